#pragma once

/// The statements of more than one file, and the SELECTs that grow with the project: here a test
/// can ask SQLite whether an index serves each.
namespace cf::store::detail::sql {

inline constexpr char kRuns[] =
    "SELECT id, kind, name, state, dataset_id, settings, seed, created_utc, started_utc, "
    "ended_utc, steps_done, seconds, final_loss, model_path, model_sha256, error, owner, notes "
    "FROM runs ORDER BY id";

inline constexpr char kRun[] =
    "SELECT id, kind, name, state, dataset_id, settings, seed, created_utc, started_utc, "
    "ended_utc, steps_done, seconds, final_loss, model_path, model_sha256, error, owner, notes "
    "FROM runs WHERE id = ?";

inline constexpr char kRunningRuns[] = "SELECT id FROM runs WHERE state = 'running'";

/// By its owner's end; parameters: now, run.
inline constexpr char kInterruptRun[] = "UPDATE runs SET state = 'interrupted', ended_utc = ? "
                                        "WHERE id = ? AND state = 'running'";

/// One row per mean metric of the latest evaluation of each run that has one, in order of the run.
inline constexpr char kLatestMeans[] =
    "SELECT runs.id, latest.id, latest.settings, metrics.variant, metrics.name, metrics.value, "
    "metrics.reason "
    "FROM runs CROSS JOIN evaluations AS latest ON latest.id = "
    "(SELECT max(id) FROM evaluations WHERE run_id = runs.id) "
    "LEFT JOIN metrics ON metrics.evaluation_id = latest.id AND metrics.category = '' "
    "ORDER BY runs.id, metrics.variant, metrics.name";

inline constexpr char kLosses[] =
    "SELECT steps.step, steps.learning_rate, losses.term, losses.value "
    "FROM steps LEFT JOIN losses ON losses.run_id = steps.run_id AND losses.step = steps.step "
    "WHERE steps.run_id = ? AND steps.step > ? ORDER BY steps.step, losses.term";

inline constexpr char kEvaluationsOfRun[] =
    "SELECT id, run_id, dataset_id, started_utc, ended_utc, settings, seconds_per_image "
    "FROM evaluations WHERE run_id = ? ORDER BY id";

inline constexpr char kEvaluation[] =
    "SELECT id, run_id, dataset_id, started_utc, ended_utc, settings, seconds_per_image "
    "FROM evaluations WHERE id = ?";

inline constexpr char kLatestEvaluation[] = "SELECT max(id) FROM evaluations WHERE run_id = ?";

inline constexpr char kMetrics[] = "SELECT category, variant, name, value, reason FROM metrics "
                                   "WHERE evaluation_id = ? ORDER BY category, variant, name";

inline constexpr char kScores[] =
    "SELECT category, path, defective, kind, baseline, filtered, fused, external, map_artifact_id "
    "FROM scores WHERE evaluation_id = ? ORDER BY category, path";

inline constexpr char kCurves[] =
    "SELECT category, variant, kind, population, bandwidth, x, y FROM curves "
    "WHERE evaluation_id = ? ORDER BY category, variant, kind, population";

inline constexpr char kDatasets[] =
    "SELECT id, name, root, format, added_utc FROM datasets ORDER BY id";

inline constexpr char kDataset[] =
    "SELECT id, name, root, format, added_utc FROM datasets WHERE id = ?";

inline constexpr char kCategories[] =
    "SELECT id, name FROM categories WHERE dataset_id = ? ORDER BY name";

inline constexpr char kImages[] =
    "SELECT id, path, split, defective, kind, mask, width_px, height_px, sha256 FROM images "
    "WHERE category_id = ? ORDER BY path";

inline constexpr char kTemplateSets[] =
    "SELECT id, run_id, category_id, source, count, seed, created_utc FROM template_sets "
    "WHERE run_id = ? ORDER BY id";

inline constexpr char kTemplateImages[] = "SELECT image_id, path FROM template_images "
                                          "WHERE template_set_id = ? ORDER BY position";

inline constexpr char kArtifacts[] =
    "SELECT id, run_id, path, kind, bytes, sha256, created_utc FROM artifacts ORDER BY id";

/// Columns in the order of the table, as readDecision() and hashOf() take them; parameter: the
/// sequence number after which to begin.
inline constexpr char kDecisions[] =
    "SELECT sequence, time_utc, reviewer, dataset_id, image_id, category, path, image_sha256, "
    "verdict, reason, kind, withdraws, run_id, model_sha256, score, threshold, shown, "
    "previous_sha256, sha256 FROM decisions WHERE sequence > ? ORDER BY sequence";

inline constexpr char kDecision[] =
    "SELECT sequence, time_utc, reviewer, dataset_id, image_id, category, path, image_sha256, "
    "verdict, reason, kind, withdraws, run_id, model_sha256, score, threshold, shown, "
    "previous_sha256, sha256 FROM decisions WHERE sequence = ?";

inline constexpr char kInsertDecision[] =
    "INSERT INTO decisions (sequence, time_utc, reviewer, dataset_id, image_id, category, path, "
    "image_sha256, verdict, reason, kind, withdraws, run_id, model_sha256, score, threshold, "
    "shown, previous_sha256, sha256) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

inline constexpr char kLastDecision[] =
    "SELECT sequence, sha256 FROM decisions ORDER BY sequence DESC LIMIT 1";

inline constexpr char kHashOfDecision[] = "SELECT sha256 FROM decisions WHERE sequence = ?";

inline constexpr char kWithdrawalOf[] = "SELECT sequence FROM decisions WHERE withdraws = ?";

inline constexpr char kCountDecisionTriggers[] =
    "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND name IN "
    "('decisions_are_never_changed', 'decisions_are_never_deleted', 'decisions_come_at_the_end')";

inline constexpr char kReviewers[] =
    "SELECT name, profile, active, added_utc FROM reviewers ORDER BY name";

inline constexpr char kReviewer[] = "SELECT 1 FROM reviewers WHERE name = ?";

/// What a decision copies from its image.
inline constexpr char kImageToDecide[] =
    "SELECT categories.dataset_id, datasets.root, categories.name, images.path, images.sha256 "
    "FROM images JOIN categories ON categories.id = images.category_id "
    "JOIN datasets ON datasets.id = categories.dataset_id WHERE images.id = ?";

/// Parameters: dataset, category, path.
inline constexpr char kAnnotation[] =
    "SELECT id, dataset_id, category, path, width_px, height_px, extra, changed_utc "
    "FROM annotations WHERE dataset_id = ? AND category = ? AND path = ?";

inline constexpr char kAnnotations[] =
    "SELECT id, dataset_id, category, path, width_px, height_px, extra, changed_utc "
    "FROM annotations WHERE dataset_id = ? ORDER BY category, path";

inline constexpr char kShapes[] =
    "SELECT number, label, content FROM shapes WHERE annotation_id = ? ORDER BY number";

inline constexpr char kClasses[] = "SELECT name, colour FROM annotation_classes ORDER BY position";

/// All SELECTs above that grow with the project.
inline constexpr const char *kAll[] = {kRuns,           kRun,
                                       kRunningRuns,    kLatestMeans,
                                       kLosses,         kEvaluationsOfRun,
                                       kEvaluation,     kLatestEvaluation,
                                       kMetrics,        kScores,
                                       kCurves,         kDatasets,
                                       kDataset,        kCategories,
                                       kImages,         kTemplateSets,
                                       kTemplateImages, kArtifacts,
                                       kDecisions,      kDecision,
                                       kHashOfDecision, kWithdrawalOf,
                                       kReviewers,      kReviewer,
                                       kImageToDecide,  kAnnotation,
                                       kAnnotations,    kShapes,
                                       kClasses};

} // namespace cf::store::detail::sql
