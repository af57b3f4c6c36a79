#include "ui/annotate/annotation_editor.h"

#include "ui/annotate/shape_list_model.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QItemSelectionModel>
#include <QLabel>
#include <QListView>
#include <QSpinBox>
#include <QSplitter>
#include <QToolBar>
#include <QUndoStack>
#include <QVBoxLayout>

namespace cf::ui {

namespace {

constexpr double kDuplicateOffset = 12.0; // logical pixels
constexpr int kSideWidthPx = 230;

} // namespace

AnnotationEditor::AnnotationEditor(QWidget *parent) : QWidget(parent)
{
    m_canvas = new AnnotationCanvas;
    m_tools = new QToolBar;
    m_tools->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_brush = new QSpinBox;
    m_brush->setRange(static_cast<int>(AnnotationCanvas::kSmallestBrushPx),
                      static_cast<int>(AnnotationCanvas::kLargestBrushPx));
    m_brush->setValue(static_cast<int>(m_canvas->brushDiameter()));
    m_brush->setKeyboardTracking(false);
    m_brushLabel = new QLabel;
    m_brushLabel->setBuddy(m_brush);
    m_hint = new QLabel;
    m_hint->setObjectName(QStringLiteral("annotateHint"));
    m_hint->setWordWrap(true);
    m_hint->setMinimumHeight(2 * fontMetrics().height());
    m_hint->setAlignment(Qt::AlignTop | Qt::AlignLeft);

    auto *upper = new QHBoxLayout;
    upper->addWidget(m_tools, 1);
    upper->addWidget(m_brushLabel);
    upper->addWidget(m_brush);
    auto *left = new QWidget;
    auto *leftColumn = new QVBoxLayout(left);
    leftColumn->setContentsMargins(0, 0, 0, 0);
    leftColumn->addLayout(upper);
    leftColumn->addWidget(m_canvas, 1);
    leftColumn->addWidget(m_hint);
    auto *splitter = new QSplitter;
    splitter->addWidget(left);
    splitter->addWidget(newSide());
    splitter->setStretchFactor(0, 1);
    splitter->setSizes({1000, kSideWidthPx});
    splitter->setChildrenCollapsible(false);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(splitter);

    connect(m_brush, &QSpinBox::valueChanged, m_canvas,
            [this](int diameter) { m_canvas->setBrushDiameter(diameter); });
    connect(m_canvas, &AnnotationCanvas::brushChanged, m_brush,
            [this](double diameter) { m_brush->setValue(static_cast<int>(diameter)); });
    connect(m_canvas, &AnnotationCanvas::toolChanged, this, &AnnotationEditor::showHint);
    connect(m_canvas, &AnnotationCanvas::findingChanged, this, &AnnotationEditor::showHint);
    connect(m_canvas, &AnnotationCanvas::failed, this, &AnnotationEditor::failed);
    setEditor(nullptr);
    retranslate();
}

AnnotationEditor::~AnnotationEditor()
{
    m_canvas->setEditor(nullptr);
}

QWidget *AnnotationEditor::newSide()
{
    m_classPanel = new ClassPanel;
    m_shapes = new ShapeListModel(this);
    m_shapeList = new QListView;
    m_shapeList->setObjectName(QStringLiteral("shapes"));
    m_shapeList->setModel(m_shapes);
    m_shapeList->setUniformItemSizes(true);
    m_shapeList->setVerticalScrollMode(
        QAbstractItemView::ScrollPerPixel); // else 20,000 are counted
    m_shapeList->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_classesLabel = new QLabel;
    m_classesLabel->setBuddy(m_classPanel->findChild<QWidget *>(QStringLiteral("classes")));
    m_shapesLabel = new QLabel;
    m_shapesLabel->setBuddy(m_shapeList);
    auto *side = new QWidget;
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_classesLabel);
    column->addWidget(m_classPanel, 1);
    column->addWidget(m_shapesLabel);
    column->addWidget(m_shapeList, 1);
    connect(m_classPanel, &ClassPanel::edited, this, &AnnotationEditor::classesEdited);
    connect(m_classPanel, &ClassPanel::renamed, this, &AnnotationEditor::classRenamed);
    connect(m_classPanel, &ClassPanel::chosen, this, &AnnotationEditor::chooseLabel);
    connect(m_shapeList->selectionModel(), &QItemSelectionModel::selectionChanged, this,
            &AnnotationEditor::followList);
    return side;
}

void AnnotationEditor::setPicture(const cv::Mat &picture)
{
    m_canvas->setImage(picture);
    showHint();
}

void AnnotationEditor::setScores(const cv::Mat &map32f, std::optional<float> level)
{
    m_canvas->setScores(map32f, level);
    showHint();
}

QUndoStack *AnnotationEditor::undoStack() const
{
    return m_editor ? m_editor->undoStack() : nullptr;
}

void AnnotationEditor::setEditor(ShapeEditor *editor)
{
    const std::string label = m_editor ? m_editor->label() : std::string();
    if (m_editor)
        m_editor->disconnect(this);
    m_editor = editor;
    m_canvas->setEditor(editor);
    m_shapes->setDocument(editor ? &editor->document() : nullptr);
    setEnabled(editor != nullptr);
    if (!editor)
        return;
    connect(editor, &ShapeEditor::selectionChanged, this, &AnnotationEditor::followSelection);
    connect(editor, &ShapeEditor::labelChanged, this,
            [this] { m_classPanel->setCurrent(m_editor->label()); });
    followSelection();
    const auto &classes = m_canvas->classes().classes();
    if (!label.empty())
        editor->setLabel(label); // goes on with the same class
    else if (editor->label().empty() && !classes.empty())
        editor->setLabel(classes.front().name);
    m_classPanel->setCurrent(editor->label());
}

void AnnotationEditor::setClasses(const ClassTable &classes)
{
    m_canvas->setClasses(classes);
    m_shapes->setClasses(classes);
    m_classPanel->setClasses(classes);
    if (!m_editor)
        return;
    if (m_editor->label().empty() && !classes.classes().empty())
        m_editor->setLabel(classes.classes().front().name);
    m_classPanel->setCurrent(m_editor->label());
}

void AnnotationEditor::chooseClass(int index)
{
    const auto &classes = m_canvas->classes().classes();
    if (m_editor && index >= 0 && index < static_cast<int>(classes.size()))
        chooseLabel(classes[static_cast<std::size_t>(index)].name);
}

void AnnotationEditor::chooseLabel(const std::string &label)
{
    if (!m_editor)
        return;
    if (m_canvas->tool() == ToolKind::Select) {
        m_editor->chooseLabel(label);
        return;
    }
    // While drawing it is for what comes next, not for what was drawn last.
    if (m_editor->label() != label)
        m_editor->select({});
    m_editor->setLabel(label);
}

void AnnotationEditor::removeSelected()
{
    if (m_editor)
        m_editor->removeSelected();
}

void AnnotationEditor::duplicateSelected()
{
    const auto &geometry = m_canvas->geometryOfView();
    if (m_editor)
        m_editor->duplicateSelected(
            std::max(1.0, kDuplicateOffset * geometry.devicePixelRatio() / geometry.zoom()));
}

void AnnotationEditor::selectAll()
{
    if (m_editor)
        m_editor->selectAll();
}

void AnnotationEditor::undo()
{
    m_canvas->cancelTool();
    if (m_editor)
        m_editor->undoStack()->undo();
}

void AnnotationEditor::redo()
{
    m_canvas->cancelTool();
    if (m_editor)
        m_editor->undoStack()->redo();
}

void AnnotationEditor::undoObject()
{
    m_canvas->cancelTool();
    if (m_editor)
        m_editor->undoObject();
}

void AnnotationEditor::redoObject()
{
    m_canvas->cancelTool();
    if (m_editor)
        m_editor->redoObject();
}

void AnnotationEditor::followList()
{
    if (m_following || !m_editor)
        return;
    m_following = true;
    std::set<ShapeNumber> numbers;
    for (const QModelIndex &index : m_shapeList->selectionModel()->selectedIndexes())
        numbers.insert(m_shapes->at(index.row()));
    m_editor->select(std::move(numbers));
    m_following = false;
}

void AnnotationEditor::followSelection()
{
    if (m_following || !m_editor)
        return;
    m_following = true;
    QItemSelection selected;
    int last = -1;
    for (auto number = m_editor->selection().rbegin(); number != m_editor->selection().rend();
         ++number) {
        const int row = m_shapes->rowOf(*number);
        if (row < 0)
            continue;
        const QModelIndex index = m_shapes->index(row);
        if (!selected.isEmpty() && row == last + 1)
            selected.back() = QItemSelectionRange(selected.back().topLeft(), index);
        else
            selected.select(index, index);
        last = row;
    }
    m_shapeList->selectionModel()->select(selected, QItemSelectionModel::ClearAndSelect);
    if (last >= 0)
        m_shapeList->scrollTo(m_shapes->index(last));
    m_following = false;
}

void AnnotationEditor::showHint()
{
    m_hint->setText(m_canvas->isFinding() ? tr("Searching… Esc stops it.") : m_canvas->hint());
}

void AnnotationEditor::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void AnnotationEditor::retranslate()
{
    m_brushLabel->setText(tr("&Brush"));
    m_brush->setSuffix(tr(" px"));
    m_brush->setAccessibleName(tr("Diameter of the brush"));
    m_brush->setToolTip(tr("In pixels of the picture; [ and ] or Alt and the wheel change it"));
    m_classesLabel->setText(tr("&Classes"));
    m_shapesLabel->setText(tr("&Shapes"));
    m_shapeList->setAccessibleName(tr("Shapes"));
    m_tools->setAccessibleName(tr("Tools"));
    showHint();
}

} // namespace cf::ui
