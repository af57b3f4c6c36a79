#include "core/weights/tensor_reader.h"
#include "core/weights/tensor_writer.h"
#include "tests/result_check.h"
#include "tests/weights/pickle_fixture.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace cf::test;
using cf::weights::DType;
using cf::weights::readTensorFile;
using cf::weights::Tensor;

class TstPythonWeights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void pythonLoadsWhatWeWrite();
    void readsWhatPythonWrites_data();
    void readsWhatPythonWrites();
    void readsACheckpoint();
    void refusesAWholeModel();
    void runsNothingOfAnAttack();

private:
    /// Runs a script in our temporary folder and takes its standard output; the exit code, -1 when
    /// it did not run.
    int python(const QByteArray &script);
    std::filesystem::path path(const char *name) const
    {
        return std::filesystem::path(m_dir.path().toStdString()) / name;
    }
    QTemporaryDir m_dir;
    QByteArray m_output;
    QByteArray m_problem;
    QByteArray m_theirs; ///< the tensors Python wrote, a line each
    QString m_program = QStringLiteral("/usr/bin/python3");
};

namespace {

// Importing torch takes seconds, so one script writes all the files. It prints each tensor's name,
// type, shape and bytes after contiguous(); we must have the same in that order. Exit code 3: there
// is no torch.
constexpr char kWriteEverything[] = R"(
import argparse, os, sys
try:
    import numpy, torch
except ImportError as problem:
    print(problem, file=sys.stderr)
    sys.exit(3)

torch.manual_seed(1)
net = torch.nn.Sequential(torch.nn.Conv2d(3, 4, 3), torch.nn.BatchNorm2d(4))
d = net.state_dict()
base = torch.arange(24, dtype=torch.float32).reshape(2, 3, 4)
d['parameter'] = torch.nn.Parameter(torch.randn(3, 2))
d['half'] = torch.randn(5).half()
d['bf16'] = torch.randn(5).bfloat16()
d['double'] = torch.randn(2, 2).double()
for kind in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
    d[str(kind)] = torch.arange(7).to(kind)
d['bool'] = torch.tensor([True, False, True])
d['transposed'] = base.transpose(0, 2)
d['strided'] = base[:, ::2, 1:]
d['part'] = base[1]
d['expanded'] = torch.arange(3.).expand(4, 3)
d['channels_last'] = torch.randn(2, 3, 4, 5).to(memory_format=torch.channels_last)
d['empty'] = torch.zeros(0, 3)
d['scalar'] = torch.tensor(2.5)
for protocol in (2, 3, 4, 5):
    torch.save(d, 'zip%d.pth' % protocol, pickle_protocol=protocol)
    torch.save(d, 'stream%d.pth' % protocol, pickle_protocol=protocol, _use_new_zipfile_serialization=False)
for name, t in d.items():
    t = t.detach().contiguous()
    raw = (t.view(torch.int16) if t.dtype == torch.bfloat16 else t).numpy().tobytes()
    print(name, str(t.dtype)[6:], ','.join(map(str, t.shape)), raw.hex(), sep='|')

net = torch.nn.DataParallel(torch.nn.Linear(3, 2))
optimizer = torch.optim.Adam(net.parameters())
scheduler = torch.optim.lr_scheduler.MultiStepLR(optimizer, [3, 5])
net.module(torch.ones(1, 3)).sum().backward()
optimizer.step()
torch.save({'epoch': 12, 'model_state_dict': net.state_dict(), 'optimizer_state_dict': optimizer.state_dict(),
            'scheduler': scheduler.state_dict(), 'best_auroc': numpy.float64(0.75), 'steps': numpy.int64(-9),
            'loss32': numpy.float32(0.5), 'args': argparse.Namespace(name='bottle', seeds=[1, 2])}, 'check.pth')
torch.save(torch.nn.Linear(3, 2), 'model.pth')

class Attack:
    def __reduce__(self):
        return os.system, ('touch marker',)
torch.save({'weight': base, 'x': Attack()}, 'attack.pth')
torch.save({'weight': base, 'x': Attack()}, 'old_attack.pth', _use_new_zipfile_serialization=False)
)";

} // namespace

int TstPythonWeights::python(const QByteArray &script)
{
    QProcess process;
    process.setWorkingDirectory(m_dir.path());
    process.start(m_program, {QStringLiteral("-c"), QString::fromUtf8(script)});
    const bool finished =
        process.waitForFinished(120'000) && process.exitStatus() == QProcess::NormalExit;
    m_output = process.readAllStandardOutput();
    m_problem = process.readAllStandardError();
    return finished ? process.exitCode() : -1;
}

void TstPythonWeights::initTestCase()
{
    const int code = QFile::exists(m_program) ? python(kWriteEverything) : 3;
    if (code == 3)
        QSKIP("SKIPPED all of tst_python_weights: /usr/bin/python3 cannot import torch (package "
              "python3-torch)");
    QVERIFY2(code == 0, m_problem.constData());
    m_theirs = m_output;
}

void TstPythonWeights::pythonLoadsWhatWeWrite()
{
    std::vector<Tensor> tensors;
    const auto add = [&]<class Number>(const char *name, DType dtype,
                                       std::vector<std::int64_t> shape,
                                       const std::vector<Number> &numbers) {
        const auto bytes = std::as_bytes(std::span(numbers));
        tensors.push_back({name, dtype, std::move(shape), {bytes.begin(), bytes.end()}});
    };
    add("conv.weight", DType::Float32, {2, 1, 3}, std::vector<float>{1.5f, -2, 3, 4, 5, 6.25f});
    add("double", DType::Float64, {2}, std::vector<double>{0.1, 0.2});
    add("half", DType::Float16, {2}, std::vector<std::uint16_t>{0x3c00, 0xc000});  // 1, -2
    add("bf16", DType::BFloat16, {2}, std::vector<std::uint16_t>{0x3f80, 0x4040}); // 1, 3
    add("bn.num_batches_tracked", DType::Int64, {}, std::vector<std::int64_t>{1234567890123});
    add("int32", DType::Int32, {2}, std::vector<std::int32_t>{-7, 8});
    add("int16", DType::Int16, {1}, std::vector<std::int16_t>{-300});
    add("int8", DType::Int8, {1}, std::vector<std::int8_t>{-3});
    add("uint8", DType::UInt8, {3}, std::vector<std::uint8_t>{1, 2, 255});
    add("bool", DType::Bool, {3}, std::vector<std::uint8_t>{1, 0, 1});
    add("empty", DType::Float32, {0, 4}, std::vector<float>{});
    CF_VERIFY(cf::weights::writeTorchZip(path("ours.pth"), tensors, {{"epoch", "5"}}));

    const int code = python(R"(
import collections, torch
d = torch.load('ours.pth', weights_only=True)
assert type(d) is collections.OrderedDict, type(d)
for name, t in d.items():
    assert t.is_contiguous()
    print(name, str(t.dtype)[6:], list(t.shape), float(t.double().sum()))
assert torch.load('ours.pth')['conv.weight'][1, 0, 2] == 6.25
)");
    QVERIFY2(code == 0, m_problem.constData());
    const QByteArray expected = R"(conv.weight float32 [2, 1, 3] 17.75
double float64 [2] 0.30000000000000004
half float16 [2] -1.0
bf16 bfloat16 [2] 4.0
bn.num_batches_tracked int64 [] 1234567890123.0
int32 int32 [2] 1.0
int16 int16 [1] -300.0
int8 int8 [1] -3.0
uint8 uint8 [3] 258.0
bool bool [3] 2.0
empty float32 [0, 4] 0.0
)";
    QCOMPARE(m_output, expected);
}

void TstPythonWeights::readsWhatPythonWrites_data()
{
    QTest::addColumn<bool>("zip");
    for (const char *name : {"zip2.pth", "zip3.pth", "zip4.pth", "zip5.pth"})
        QTest::newRow(name) << true;
    for (const char *name : {"stream2.pth", "stream3.pth", "stream4.pth", "stream5.pth"})
        QTest::newRow(name) << false;
}

void TstPythonWeights::readsWhatPythonWrites()
{
    QFETCH(bool, zip);
    const auto file = readTensorFile(path(QTest::currentDataTag()));
    CF_VERIFY(file);
    QCOMPARE(file->kind == cf::weights::TensorFile::Kind::TorchZip, zip);
    QByteArray ours;
    for (const Tensor &tensor : file->tensors) {
        QByteArrayList shape;
        for (const std::int64_t side : tensor.shape)
            shape << QByteArray::number(qlonglong{side});
        const QByteArray raw(reinterpret_cast<const char *>(tensor.bytes.data()),
                             static_cast<qsizetype>(tensor.bytes.size()));
        ours += QByteArray::fromStdString(tensor.name) + '|' + toString(tensor.dtype) + '|' +
                shape.join(',') + '|' + raw.toHex() + '\n';
    }
    QVERIFY(m_theirs.count('\n') > 20);
    QCOMPARE(ours.split('\n'), m_theirs.split('\n'));
}

void TstPythonWeights::readsACheckpoint()
{
    const auto file = readTensorFile(path("check.pth"));
    CF_VERIFY(file);
    QVERIFY(file->find("weight") != nullptr);
    QVERIFY(file->find("bias") != nullptr);
    QVERIFY(file->find("optimizer_state_dict.state.0.exp_avg") != nullptr);
    QCOMPARE(file->metadata.at("epoch"), std::string("12"));
    QCOMPARE(file->metadata.at("best_auroc"), std::string("0.75"));
    QCOMPARE(file->metadata.at("steps"), std::string("-9"));
    QCOMPARE(file->metadata.at("loss32"), std::string("0.5"));
    QCOMPARE(file->metadata.at("args.name"), std::string("bottle"));
}

void TstPythonWeights::refusesAWholeModel()
{
    const auto file = readTensorFile(path("model.pth"));
    QVERIFY(!file.ok());
    QCOMPARE(file.error().code, cf::ErrorCode::BadFormat);
    QVERIFY2(file.error().detail.find("'torch.nn.modules.linear.Linear'; refused") !=
                 std::string::npos,
             file.error().detail.c_str());
}

void TstPythonWeights::runsNothingOfAnAttack()
{
    for (const char *name : {"attack.pth", "old_attack.pth"}) {
        const auto file = readTensorFile(path(name));
        QVERIFY(!file.ok());
        QCOMPARE(file.error().code, cf::ErrorCode::BadFormat);
        QVERIFY(
            file.error().detail.find(std::string(name) + " asks to run 'posix.system'; refused") !=
            std::string::npos);
        QVERIFY(!std::filesystem::exists(path("marker")));
    }
    // The file really is armed: Python itself runs it.
    QCOMPARE(python("import inspect, torch\noptions = {'weights_only': False} if 'weights_only' in "
                    "inspect.signature(torch.load).parameters else {}\ntorch.load('attack.pth', "
                    "**options)"),
             0);
    QVERIFY(std::filesystem::exists(path("marker")));
}

QTEST_GUILESS_MAIN(TstPythonWeights)
#include "tst_python_weights.moc"
