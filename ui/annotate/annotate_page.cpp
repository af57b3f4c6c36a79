#include "ui/annotate/annotate_page.h"

#include "core/imaging/image_file.h"
#include "ui/annotate/shape_exchange.h"
#include "ui/inspect/picture_list.h"
#include "ui/jobs/error_text.h"

#include <QEvent>
#include <QLabel>
#include <QSplitter>
#include <QUndoStack>
#include <QVBoxLayout>

#include <algorithm>

namespace cf::ui {

namespace {

constexpr std::size_t kKeptHistories = 16;
constexpr std::size_t kMostSuggested = 9; // as many as there are digits
constexpr int kListWidthPx = 220;

} // namespace

AnnotatePage::AnnotatePage(JobRunner *runner, QWidget *parent)
    : QWidget(parent), m_runner(runner), m_exchange(new ShapeExchange(runner, this))
{
    m_pictures = new PictureList;
    m_editor = new AnnotationEditor;
    m_saved = new QLabel;
    m_saved->setObjectName(QStringLiteral("annotateSaved"));
    m_saved->setWordWrap(true);
    auto *left = new QWidget;
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pictures, 1);
    column->addWidget(m_saved);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(m_editor);
    splitter->setStretchFactor(1, 1);
    splitter->setSizes({kListWidthPx, 1060});
    splitter->setChildrenCollapsible(false);
    auto *page = new QVBoxLayout(this);
    page->setContentsMargins(8, 8, 8, 8);
    page->addWidget(splitter);

    connect(m_pictures, &PictureList::chosen, this, &AnnotatePage::open);
    connect(m_exchange, &ShapeExchange::told, this, &AnnotatePage::told);
    // What is drawn meanwhile could get the number of a shape that comes.
    connect(m_exchange, &ShapeExchange::importing, this, [this] { m_editor->setEnabled(false); });
    connect(m_exchange, &ShapeExchange::imported, this, &AnnotatePage::reload);
    connect(m_editor, &AnnotationEditor::failed, this, &AnnotatePage::told);
    connect(m_editor, &AnnotationEditor::classesEdited, this,
            [this](const std::vector<store::AnnotationClass> &classes) {
                m_classesStored = true;
                if (m_store)
                    m_store->saveClasses(classes);
                takeClasses(classes);
            });
    retranslate();
}

AnnotatePage::~AnnotatePage()
{
    m_editor->setEditor(nullptr);
}

void AnnotatePage::setProject(const std::optional<std::filesystem::path> &project)
{
    if (project == m_project)
        return;
    showNothing({});
    m_opened.clear();
    m_store.reset();
    m_whenSaved = {};
    m_failure.clear();
    m_project = project;
    m_classesStored = false;
    if (project) {
        m_store = std::make_unique<AnnotationStore>(*project);
        connect(m_store.get(), &AnnotationStore::savedChanged, this, [this](bool isIdle) {
            if (isIdle)
                m_failure.clear();
            showSaved();
            if (isIdle && m_whenSaved)
                std::exchange(m_whenSaved, {})();
        });
        connect(m_store.get(), &AnnotationStore::failed, this, [this](const QString &sentence) {
            m_failure = sentence;
            showSaved();
        });
        reload();
    }
    showSaved();
    open();
}

void AnnotatePage::reload()
{
    if (!m_store)
        return;
    m_store->loadClasses([this](const Result<std::vector<store::AnnotationClass>> &classes) {
        if (!classes.ok()) {
            Q_EMIT told(errorText(classes.error()));
            return;
        }
        m_classesStored = !classes->empty();
        takeClasses(m_classesStored ? *classes : suggestedClasses());
    });
    m_editor->setEditor(nullptr);
    m_opened.clear();
    if (!m_shown.image.empty()) {
        m_shown = {};
        open();
    }
}

void AnnotatePage::setDataset(const std::shared_ptr<const dataset::Dataset> &dataset)
{
    const bool same = m_dataset && dataset && m_dataset->root == dataset->root;
    m_dataset = dataset;
    if (!same)
        showNothing({});
    m_pictures->setDataset(dataset);
    if (!m_classesStored)
        takeClasses(suggestedClasses());
    if (same && !m_shown.image.empty())
        m_pictures->select(m_shown.image);
    showSaved();
}

std::vector<store::AnnotationClass> AnnotatePage::suggestedClasses() const
{
    std::vector<std::string> names;
    if (m_dataset)
        for (const auto &category : m_dataset->categories)
            for (const auto &kind : category.defectKinds())
                if (names.size() < kMostSuggested &&
                    std::find(names.begin(), names.end(), kind) == names.end())
                    names.push_back(kind);
    if (names.empty())
        names.emplace_back("defect");
    std::vector<store::AnnotationClass> classes;
    for (const auto &name : names) {
        const int index = static_cast<int>(classes.size());
        classes.push_back({name, ClassTable::suggestedColour(index).name().toStdString()});
    }
    return classes;
}

void AnnotatePage::takeClasses(std::vector<store::AnnotationClass> classes)
{
    m_classes = std::move(classes);
    m_editor->setClasses(ClassTable(m_classes));
}

void AnnotatePage::showPicture(const std::filesystem::path &image)
{
    if (m_pictures->select(image))
        open();
}

void AnnotatePage::showNext()
{
    m_pictures->move(1);
}

void AnnotatePage::showPrevious()
{
    m_pictures->move(-1);
}

void AnnotatePage::copyToNext()
{
    auto *editor = m_editor->editor();
    if (!editor || !m_pictures->next())
        return;
    m_copied.clear();
    for (const auto &[number, shape] : editor->document().shapes())
        if (editor->selection().empty() || editor->selection().count(number))
            m_copied.push_back(shape);
    showNext();
}

void AnnotatePage::whenSaved(std::function<void()> what)
{
    if (!m_project)
        return;
    m_editor->canvas().cancelTool();
    if (isSaved())
        what();
    else
        m_whenSaved = std::move(what);
}

void AnnotatePage::importShapes()
{
    whenSaved([this] { m_exchange->askImport(*m_project); });
}

void AnnotatePage::exportShapes()
{
    whenSaved([this] { m_exchange->askExport(*m_project); });
}

std::optional<PicturePlace> AnnotatePage::placeOf(const dataset::Sample &sample) const
{
    for (const auto &category : m_dataset->categories) {
        const auto &samples = category.samples;
        const std::less_equal<const dataset::Sample *> notAfter;
        if (!samples.empty() && notAfter(&samples.front(), &sample) &&
            notAfter(&sample, &samples.back()))
            return PicturePlace{m_dataset->root, category.name,
                                std::filesystem::relative(sample.image, m_dataset->root)};
    }
    return std::nullopt;
}

void AnnotatePage::open()
{
    const auto *sample = m_pictures->current();
    if (!sample || !m_dataset || sample->image == m_shown.image)
        return;
    const auto place = placeOf(*sample);
    if (!place)
        return;
    if (!m_store) {
        showNothing(tr("Make a project of these pictures first: what is drawn is kept in it."));
        return;
    }
    m_wanted = Picture{sample->image, *place, {}};
    m_wantedShapes.reset();
    m_runner->start<cv::Mat>(
        Lane::Files,
        [name = QString::fromStdString(place->path.string())] { return tr("Open %1").arg(name); },
        [image = sample->image](RunContext &) { return imaging::loadDeep(image); }, this,
        [this, shown = sample->image](const cv::Mat &pixels) { takePixels(shown, pixels); },
        Afterwards::Forgotten);
    if (opened(*place))
        return;
    m_store->load(*place, [this, place = *place](const Result<AnnotationStore::Loaded> &loaded) {
        takeShapes(place, loaded);
    });
}

void AnnotatePage::takePixels(const std::filesystem::path &image, const cv::Mat &pixels)
{
    if (!m_wanted || m_wanted->image != image)
        return;
    m_wanted->pixels = pixels;
    showIfReady();
}

void AnnotatePage::takeShapes(const PicturePlace &place,
                              const Result<AnnotationStore::Loaded> &loaded)
{
    if (!m_wanted || m_wanted->place != place)
        return;
    if (loaded.ok()) {
        m_wantedShapes = *loaded;
        showIfReady();
    } else {
        showNothing(errorText(loaded.error()));
    }
}

const AnnotatePage::Opened *AnnotatePage::opened(const PicturePlace &place) const
{
    const auto found = std::find_if(m_opened.begin(), m_opened.end(),
                                    [&](const Opened &one) { return one.place == place; });
    return found == m_opened.end() ? nullptr : &*found;
}

std::shared_ptr<ShapeEditor> AnnotatePage::editorFor(const PicturePlace &place, QSize imageSizePx,
                                                     AnnotationStore::Loaded loaded)
{
    if (const auto *known = opened(place)) {
        auto kept = *known;
        std::erase_if(m_opened, [&](const Opened &one) { return one.place == place; });
        m_opened.push_front(kept);
        return kept.editor;
    }
    Opened fresh{place, std::make_shared<ShapeEditor>(), std::make_shared<std::set<ShapeNumber>>()};
    auto *editor = fresh.editor.get();
    editor->reset(imageSizePx, std::move(loaded.shapes), std::move(loaded.extraJson));
    // A step of the history is an edit: its shapes are stored together.
    connect(&editor->document(), &AnnotationDocument::changed, this,
            [changed = fresh.changed](ShapeNumber number) { changed->insert(number); });
    const auto save = [this, editor, place, changed = fresh.changed] {
        if (m_store)
            m_store->save(place, editor->document(), std::exchange(*changed, {}));
    };
    connect(editor->undoStack(), &QUndoStack::indexChanged, this, save);
    m_opened.push_front(fresh);
    if (m_opened.size() > kKeptHistories)
        m_opened.pop_back();
    return fresh.editor;
}

void AnnotatePage::showIfReady()
{
    if (!m_wanted || m_wanted->pixels.empty() || (!m_wantedShapes && !opened(m_wanted->place)))
        return;
    m_shown = *std::exchange(m_wanted, std::nullopt);
    const QSize size(m_shown.pixels.cols, m_shown.pixels.rows);
    const auto editor = editorFor(
        m_shown.place, size, std::exchange(m_wantedShapes, {}).value_or(AnnotationStore::Loaded()));
    m_editor->setPicture(m_shown.pixels);
    m_editor->setEditor(editor.get());
    if (!m_copied.empty())
        editor->add(tr("copy"), std::exchange(m_copied, {}));
    m_editor->canvas().setFocus();
    Q_EMIT pictureShown(QString::fromStdString(m_shown.image.string()));
}

void AnnotatePage::setScores(const std::filesystem::path &image, const cv::Mat &map32f,
                             std::optional<float> level, float low, float high)
{
    if (image != m_shown.image || map32f.cols > m_shown.pixels.cols ||
        map32f.rows > m_shown.pixels.rows)
        return;
    m_editor->canvas().setRange(low, high);
    m_editor->setScores(map32f, level);
}

void AnnotatePage::showNothing(const QString &sentence)
{
    m_wanted.reset();
    m_wantedShapes.reset();
    m_copied.clear();
    m_shown = {};
    m_editor->setEditor(nullptr);
    if (sentence.isEmpty())
        m_editor->canvas().clear();
    else
        m_editor->canvas().showError(sentence);
}

void AnnotatePage::showSaved()
{
    if (!m_store)
        m_saved->setText(tr("Without a project nothing can be drawn."));
    else if (!m_failure.isEmpty())
        m_saved->setText(tr("Not saved yet, it is tried again: %1").arg(m_failure));
    else
        m_saved->setText(m_store->isIdle() ? tr("Everything is saved in the project.")
                                           : tr("Saving…"));
}

void AnnotatePage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AnnotatePage::retranslate()
{
    showSaved();
}

} // namespace cf::ui
