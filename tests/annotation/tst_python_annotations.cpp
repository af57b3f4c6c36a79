#include "core/annotation/coco.h"
#include "core/annotation/labelme.h"
#include "core/annotation/mask_png.h"
#include "tests/annotation/annotation_samples.h"

#include <QProcess>

using namespace cf::annotation;
using namespace cf::test;

/// labelme and pycocotools themselves read what we write, and we what they write, where Python has
/// them: CF_TEST_PYTHON names the interpreter, else it is /usr/bin/python3. To have them: python3
/// -m venv DIR && DIR/bin/pip install labelme pycocotools, and CF_TEST_PYTHON=DIR/bin/python.
class TstPythonAnnotations : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void labelmeReadsWhatWeWrite();
    void weReadWhatLabelmeWrites();
    void pycocotoolsReadsWhatWeWrite();
    void weReadWhatPycocotoolsWrites();
    void pillowReadsOurPalette();

private:
    /// The exit code of a script in our temporary folder; 3: a package is missing.
    int python(const char *script);
    QTemporaryDir m_dir;
    QByteArray m_output;
};

int TstPythonAnnotations::python(const char *script)
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(qEnvironmentVariable("CF_TEST_PYTHON", QStringLiteral("/usr/bin/python3")),
                  {QStringLiteral("-c"), QString::fromUtf8(script)});
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return 3;
    m_output = process.readAllStandardOutput() + process.readAllStandardError();
    return process.exitCode();
}

void TstPythonAnnotations::labelmeReadsWhatWeWrite()
{
    const auto sample = everyKind();
    CF_VERIFY(writeLabelme(inside(m_dir, "ours.json"), sample));
    CF_VERIFY(
        writeMaskPng(inside(m_dir, "mask.png"), {{}, sample.imageSize, {sample.shapes[4]}, {}}));
    const int code = python(R"(
import sys
try:
    import numpy as np
    from PIL import Image
    from labelme._label_file import read_label_file
except ImportError:
    sys.exit(3)
import inspect, pathlib
Image.new('RGB', (80, 60)).save('part.png')
text = pathlib.Path('ours.json').read_text().replace('line 1/part,\\"7\\".png', 'part.png')
pathlib.Path('ours.json').write_text(text)
shapes = read_label_file('ours.json').shapes
types = [shape['shape_type'] for shape in shapes]
assert types == ['polygon', 'polygon', 'rectangle', 'polygon', 'mask', 'polygon', 'line'], types
assert shapes[0]['points'][0] == [3.25, 4.5] and shapes[0]['group_id'] == 7
(left, top), (right, bottom) = shapes[4]['points']
full = np.zeros((60, 80), bool)
full[int(top):int(bottom) + 1, int(left):int(right) + 1] = shapes[4]['mask']
assert (full == (np.array(Image.open('mask.png')) > 0)).all()
)");
    if (code == 3)
        QSKIP(
            "SKIPPED tst_python_annotations::labelmeReadsWhatWeWrite: this Python has no labelme");
    QVERIFY2(code == 0, m_output.constData());
}

void TstPythonAnnotations::weReadWhatLabelmeWrites()
{
    const auto sample = everyKind();
    CF_VERIFY(writeLabelme(inside(m_dir, "ours.json"), sample));
    const int code = python(R"(
import sys
try:
    from PIL import Image
    from labelme import utils
    from labelme._label_file import read_label_file, write_label_file
except ImportError:
    sys.exit(3)
import pathlib
Image.new('RGB', (80, 60)).save('part.png')
text = pathlib.Path('ours.json').read_text().replace('line 1/part,\\"7\\".png', 'part.png')
pathlib.Path('ours.json').write_text(text)
read = read_label_file('ours.json')
shapes = []
for shape in read.shapes: # as the program itself saves what it has read
    shape = dict(shape)
    shape.update(shape.pop('other_data'))
    if shape['mask'] is not None:
        shape['mask'] = utils.img_arr_to_b64(shape['mask'].astype('uint8'))
    shapes.append(shape)
write_label_file('theirs.json', shapes=shapes, image_path='part.png', image_height=60,
                 image_width=80, image_data=read.image_data, flags=read.flags,
                 other_data=read.other_data)
)");
    if (code == 3)
        QSKIP(
            "SKIPPED tst_python_annotations::weReadWhatLabelmeWrites: this Python has no labelme");
    QVERIFY2(code == 0, m_output.constData());
    const auto ours = readLabelme(inside(m_dir, "ours.json"));
    const auto theirs = readLabelme(inside(m_dir, "theirs.json"));
    CF_VERIFY(ours);
    CF_VERIFY(theirs);
    QVERIFY(theirs->imageSize == sample.imageSize);
    QCOMPARE(theirs->shapes.size(), ours->shapes.size());
    for (std::size_t i = 0; i < ours->shapes.size(); ++i) {
        const auto &one = ours->shapes[i];
        const auto &other = theirs->shapes[i];
        QVERIFY(other.kind == one.kind && other.label == one.label && other.group == one.group);
        QVERIFY(other.points == one.points && other.holes == one.holes);
        QCOMPARE(cv::norm(rasterise(other, sample.imageSize).orThrow(),
                          rasterise(one, sample.imageSize).orThrow(), cv::NORM_INF),
                 0.0);
    }
}

void TstPythonAnnotations::pycocotoolsReadsWhatWeWrite()
{
    const auto sample = everyKind();
    CF_VERIFY(writeCoco(inside(m_dir, "ours.json"), {{sample}, {}}));
    const std::size_t order[] = {1, 2, 3, 4}; // annotations 2 to 5; the first has two parts
    for (std::size_t i = 0; i < std::size(order); ++i)
        CF_VERIFY(writeMaskPng(inside(m_dir, std::to_string(i + 2) + ".png"),
                               {{}, sample.imageSize, {sample.shapes[order[i]]}, {}}));
    CF_VERIFY(writeMaskPng(inside(m_dir, "1.png"),
                           {{}, sample.imageSize, {sample.shapes[0], sample.shapes[5]}, {}}));
    const int code = python(R"(
import sys
try:
    import numpy as np
    from PIL import Image
    from pycocotools.coco import COCO
except ImportError:
    sys.exit(3)
coco = COCO('ours.json')
for id, annotation in coco.anns.items():
    mask = coco.annToMask(annotation) > 0
    ours = np.array(Image.open(f'{id}.png')) > 0
    print(id, (mask != ours).sum())
    # Outlines are drawn by its own rules: see the fixtures.
    assert (mask != ours).sum() <= (6 if id in (1, 3) else 0)
    assert annotation['area'] == ours.sum()
)");
    if (code == 3)
        QSKIP("SKIPPED tst_python_annotations::pycocotoolsReadsWhatWeWrite: this Python has no "
              "pycocotools");
    QVERIFY2(code == 0, m_output.constData());
}

void TstPythonAnnotations::weReadWhatPycocotoolsWrites()
{
    const int code = python(R"(
import sys
try:
    import numpy as np
    from PIL import Image
    from pycocotools import mask as tools
except ImportError:
    sys.exit(3)
import json
random = np.random.default_rng(3)
areas = []
for number in range(4):
    full = np.zeros((60, 80), np.uint8)
    full[5 * number:5 * number + 30, 10:70] = random.random((30, 60)) < (0.02, 0.3, 0.7, 0.98)[number]
    if number == 3:
        full[0, 0] = 1 # the first run is then inside
    Image.fromarray(full * 255).save(f'theirs{number}.png')
    runs = tools.encode(np.asfortranarray(full))
    runs['counts'] = runs['counts'].decode('ascii')
    left, top, width, height = tools.toBbox(runs)
    areas.append({'id': number + 1, 'image_id': 1, 'category_id': 1, 'iscrowd': 0,
                  'segmentation': runs, 'area': int(tools.area(runs)),
                  'bbox': [left, top, width, height]})
json.dump({'images': [{'id': 1, 'file_name': 'part.png', 'width': 80, 'height': 60}],
           'categories': [{'id': 1, 'name': 'dent'}], 'annotations': areas}, open('theirs.json', 'w'))
)");
    if (code == 3)
        QSKIP("SKIPPED tst_python_annotations::weReadWhatPycocotoolsWrites: this Python has no "
              "pycocotools");
    QVERIFY2(code == 0, m_output.constData());
    const auto set = readCoco(inside(m_dir, "theirs.json"));
    CF_VERIFY(set);
    const auto &shapes = set->pictures.at(0).shapes;
    QCOMPARE(shapes.size(), std::size_t{4});
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        const auto png = readMaskPng(inside(m_dir, "theirs" + std::to_string(i) + ".png"), "dent");
        CF_VERIFY(png);
        QCOMPARE(shapes[i].label, std::string("dent"));
        QCOMPARE(cv::norm(rasterise(shapes[i], {80, 60}).orThrow(), rasterise(*png).orThrow(),
                          cv::NORM_INF),
                 0.0);
    }
}

void TstPythonAnnotations::pillowReadsOurPalette()
{
    auto sample = everyKind();
    const auto labels = labelsOf({&sample, 1});
    CF_VERIFY(writeIndexedPng(inside(m_dir, "indexed.png"), sample, labels));
    const auto back = readIndexedPng(inside(m_dir, "indexed.png"), labels);
    CF_VERIFY(back);
    for (std::size_t i = 0; i < back->shapes.size(); ++i)
        CF_VERIFY(writeMaskPng(inside(m_dir, "class" + std::to_string(i + 1) + ".png"),
                               {{}, sample.imageSize, {back->shapes[i]}, {}}));
    const int code = python(R"(
import sys
try:
    import numpy as np
    from PIL import Image
except ImportError:
    sys.exit(3)
image = Image.open('indexed.png')
assert image.mode == 'P'
assert image.getpalette()[:6] == [0, 0, 0, 128, 0, 0]
for index in range(1, 6):
    ours = np.array(Image.open(f'class{index}.png')) > 0
    assert ((np.array(image) == index) == ours).all() and ours.any()
)");
    if (code == 3)
        QSKIP("SKIPPED tst_python_annotations::pillowReadsOurPalette: this Python has no Pillow");
    QVERIFY2(code == 0, m_output.constData());
}

QTEST_GUILESS_MAIN(TstPythonAnnotations)
#include "tst_python_annotations.moc"
