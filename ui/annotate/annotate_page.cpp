#include "ui/annotate/annotate_page.h"

#include "core/imaging/image_file.h"
#include "core/store/project.h"
#include "ui/annotate/project_steps.h"
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
    : QWidget(parent), m_runner(runner), m_exchange(new ShapeExchange(runner, this)),
      m_steps(new ProjectSteps(runner, this))
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
    connect(m_exchange, &ShapeExchange::importedShapes, this,
            [this](const workflow::ImportedAnnotations &found) {
                if (found.forward.empty())
                    return; // too many to be kept
                const auto changes = std::make_shared<const workflow::ImportedAnnotations>(found);
                const auto storing = [this, changes](const auto &list) {
                    return [project = *m_project, changes, list](RunContext &) -> Result<void> {
                        CF_ASSIGN_OR_RETURN(auto open, store::Project::open(project));
                        return open.saveAnnotations((*changes).*list);
                    };
                };
                m_steps->add({tr("import"), storing(&workflow::ImportedAnnotations::backward),
                              storing(&workflow::ImportedAnnotations::forward)});
            });
    connect(m_steps, &ProjectSteps::told, this, &AnnotatePage::told);
    connect(m_steps, &ProjectSteps::changed, this, &AnnotatePage::undoChanged);
    connect(m_steps, &ProjectSteps::begins, this, [this] { m_editor->setEnabled(false); });
    connect(m_steps, &ProjectSteps::ended, this, &AnnotatePage::reload);
    connect(m_editor, &AnnotationEditor::classRenamed, this, &AnnotatePage::renameClass);
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
    leaveStore();
    m_whenSaved = {};
    m_steps->clear();
    m_project = project;
    m_classesStored = false;
    if (project) {
        m_store = std::make_unique<AnnotationStore>(*project);
        follow(*m_store);
        reload();
    }
    showSaved();
    open();
}

void AnnotatePage::follow(AnnotationStore &store)
{
    connect(&store, &AnnotationStore::savedChanged, this, [this, from = &store](bool isIdle) {
        if (isIdle)
            std::erase_if(m_left, [from](std::unique_ptr<AnnotationStore> &left) {
                if (left.get() != from)
                    return false;
                left.release()->deleteLater(); // it is being listened to
                return true;
            });
        if (isSaved())
            m_failure.clear();
        showSaved();
        if (isSaved() && m_whenSaved)
            std::exchange(m_whenSaved, {})();
        Q_EMIT saveStateChanged();
    });
    connect(&store, &AnnotationStore::failed, this, [this](const QString &sentence) {
        m_failure = sentence;
        showSaved();
        Q_EMIT saveStateChanged();
    });
}

void AnnotatePage::leaveStore()
{
    if (m_store && !m_store->isIdle())
        m_left.push_back(std::move(m_store)); // goes on trying
    m_store.reset();
    if (m_left.empty())
        m_failure.clear();
}

bool AnnotatePage::isSaved() const
{
    return (!m_store || m_store->isIdle()) &&
           std::ranges::all_of(m_left, [](const auto &left) { return left->isIdle(); });
}

std::size_t AnnotatePage::unsavedPictures() const
{
    std::size_t count = m_store ? m_store->unsavedPictures() : 0;
    for (const auto &left : m_left)
        count += left->unsavedPictures();
    return count;
}

void AnnotatePage::saveElsewhere(const std::filesystem::path &folder,
                                 std::function<void(const QString &)> onSaved)
{
    struct Ends
    {
        std::size_t waiting = 0;
        QString sentence;
    };
    const auto ends = std::make_shared<Ends>();
    std::vector<AnnotationStore *> stores;
    if (m_store)
        stores.push_back(m_store.get());
    for (const auto &left : m_left)
        stores.push_back(left.get());
    ends->waiting = stores.size();
    for (std::size_t i = 0; i < stores.size(); ++i)
        stores[i]->saveElsewhere(i == 0 ? folder : folder / std::to_string(i),
                                 [this, ends, onSaved](const Result<void> &written) {
                                     if (!written.ok())
                                         ends->sentence = errorText(written.error());
                                     if (--ends->waiting > 0)
                                         return;
                                     reload(); // what is in the project
                                     onSaved(ends->sentence);
                                 });
}

void AnnotatePage::discardUnsaved()
{
    if (m_store)
        m_store->discard();
    const auto left = std::move(m_left); // discard() would take them out one by one
    m_left.clear();
    for (const auto &store : left)
        store->discard();
    reload();
}

bool AnnotatePage::isUntouched() const
{
    return !m_forgotEdits && std::ranges::all_of(m_opened, [](const Opened &one) {
        return one.editor->undoStack()->index() == 0;
    });
}

bool AnnotatePage::canUndo() const
{
    const auto *stack = m_editor->undoStack();
    return (stack && stack->canUndo()) || m_steps->canUndo();
}

bool AnnotatePage::canRedo() const
{
    const auto *stack = m_editor->undoStack();
    return (stack && stack->canRedo()) || m_steps->canRedo();
}

void AnnotatePage::undo()
{
    const auto *stack = m_editor->undoStack();
    if (stack && stack->canUndo())
        m_editor->undo();
    else if (!m_steps->canUndo())
        return;
    else if (isUntouched())
        whenSaved([this] { m_steps->undo(); });
    else
        Q_EMIT told(tr("Other pictures were drawn on since: take that back first."));
}

void AnnotatePage::redo()
{
    const auto *stack = m_editor->undoStack();
    if (stack && stack->canRedo())
        m_editor->redo();
    else if (m_steps->canRedo() && isUntouched())
        whenSaved([this] { m_steps->redo(); });
}

void AnnotatePage::renameClass(const std::string &from, const std::string &to)
{
    if (!m_store)
        return;
    if (!m_classesStored) { // until now they were suggested alone
        m_classesStored = true;
        m_store->saveClasses(m_classes);
    }
    const auto renaming = [this](const std::string &one, const std::string &other) {
        return [project = *m_project, one, other](RunContext &) -> Result<void> {
            CF_ASSIGN_OR_RETURN(auto open, store::Project::open(project));
            const auto renamed = open.renameAnnotationClass(one, other);
            return renamed.ok() ? Result<void>() : Result<void>(renamed.error());
        };
    };
    m_renamed = {from, to};
    const auto name =
        tr("%1 is called %2").arg(QString::fromStdString(from), QString::fromStdString(to));
    whenSaved([this, step = ProjectSteps::Step{name, renaming(to, from), renaming(from, to)}] {
        m_steps->start(step);
    });
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
    if (const auto *editor = m_editor->editor())
        m_label = editor->label();
    m_editor->setEditor(nullptr);
    m_opened.clear();
    m_forgotEdits = false;
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
    if (m_opened.size() > kKeptHistories) {
        m_forgotEdits = m_forgotEdits || m_opened.back().editor->undoStack()->index() != 0;
        m_opened.pop_back();
    }
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
    keepLabel(*editor);
    if (!m_copied.empty())
        editor->add(tr("copy"), std::exchange(m_copied, {}));
    m_editor->canvas().setFocus();
    Q_EMIT pictureShown(QString::fromStdString(m_shown.image.string()));
}

void AnnotatePage::keepLabel(ShapeEditor &editor)
{
    auto label = std::exchange(m_label, {});
    if (label.empty())
        return;
    const auto &classes = m_editor->classes();
    if (classes.indexOf(label) < 0)
        label = label == m_renamed.first ? m_renamed.second : m_renamed.first;
    if (classes.indexOf(label) >= 0)
        editor.setLabel(label);
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
