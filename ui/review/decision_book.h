#pragma once

#include "core/review/ledger.h"
#include "core/workflow/review.h"
#include "ui/review/decision_writer.h"

#include <QObject>
#include <QUndoStack>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace cf::ui {

/// The decisions on one set of pictures, as the window needs them: what stands for each picture at
/// this moment, the way into the project's chain, and undo. A step of the undo stack is a decision
/// of the reviewer; taking it back or making it again adds a row, as all that happens does.
class DecisionBook : public QObject
{
    Q_OBJECT
public:
    using SharedSet = std::shared_ptr<const workflow::ReviewSet>;
    using SharedTrail = std::shared_ptr<const std::vector<store::Decision>>;
    using Number = DecisionWriter::Number;

    /// Steps back that are offered for decisions of earlier sessions.
    static constexpr std::size_t kEarlierSteps = 5000;

    explicit DecisionBook(QObject *parent = nullptr);

    /// Null: nothing to decide on. Writes what is waiting for the set before.
    void setSet(const std::filesystem::path &project, const SharedSet &set);
    /// The undo stack becomes that of this reviewer; empty: of nobody.
    void setReviewer(const std::string &reviewer);
    const std::string &reviewer() const { return m_reviewer; }

    /// `decision` without reviewer and image, which are filled in. Only while canDecide().
    void decide(std::size_t picture, store::NewDecision decision);
    /// No earlier one is on its way: so a crash can cost one decision at most.
    bool canDecide() const;
    QUndoStack *undoStack() { return &m_undo; }

    const review::Ledger &ledger() const { return m_ledger; }
    /// All that is written, in order.
    SharedTrail trail();
    std::size_t waiting() const { return m_writer ? m_writer->waiting() : 0; }
    bool isStopped() const { return m_writer && m_writer->isStopped(); }

public Q_SLOTS:
    void retry();
    void discard(); ///< what could not be written; the set must be read again

Q_SIGNALS:
    /// Something else stands for this picture.
    void changed(std::size_t picture);
    void decided(std::size_t picture); ///< also again, by redo
    void takenBack(std::size_t picture, const std::string &reason); ///< that it was made for
    void written();
    void failed(const QString &sentence);
    void idle();

private:
    class Step;
    Number append(std::size_t picture, const store::NewDecision &decision);
    void withdraw(std::size_t picture, Number number, const std::string &reason);

    SharedSet m_set;
    std::string m_reviewer;
    std::unique_ptr<DecisionWriter> m_writer;
    review::Ledger m_ledger;
    SharedTrail m_trail;                    ///< the longer part, shared
    std::vector<store::Decision> m_newRows; ///< those after it
    QUndoStack m_undo;
};

} // namespace cf::ui
