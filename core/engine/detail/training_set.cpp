#include "core/engine/detail/training_set.h"

#include "core/engine/detail/allowed_variation.h"
#include "core/engine/detail/feature_cache.h"
#include "core/imaging/image_file.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <numeric>

namespace cf::engine::detail {

namespace {

constexpr std::uint64_t kTrainingStream = 1;
constexpr std::uint64_t kHeldOutStream = 2;
constexpr std::uint64_t kFamiliarStream = 3;
constexpr std::size_t kFeatureMemoryBytes = std::size_t{2} << 30;
constexpr std::size_t kFewestValidation = 4;
constexpr std::int64_t kPublishedMatches = 1024; // D of GLAD and AnomalDF
constexpr std::int64_t kSmallReduction = 192;    // of the published variants with a smaller D

bool isChosen(const TrainOptions &options, const std::string &contentKey)
{
    const auto &keys = options.chosenTemplates;
    return options.templates == TemplateStrategy::Chosen &&
           std::find(keys.begin(), keys.end(), contentKey) != keys.end();
}

/// A drawn mask at the network's size, 0 or 255: more than half of a pixel counts, but no defect is
/// so small that nothing is left of it.
cv::Mat fitMask(const cv::Mat &mask, int sidePx)
{
    const cv::Mat marked = mask != 0;
    cv::Mat shares;
    cv::resize(marked, shares, cv::Size(sidePx, sidePx), 0, 0, cv::INTER_AREA);
    const cv::Mat most = shares > 127;
    return cv::countNonZero(most) > 0 ? most : cv::Mat(shares > 0);
}

} // namespace

Result<std::unique_ptr<TrainingSet>>
TrainingSet::prepare(const TrainingData &data, const TrainOptions &options,
                     const TrainingFiles &files, const TrainProfile &profile, RunContext &run)
{
    std::unique_ptr<TrainingSet> set(new TrainingSet);
    set->config.categories = data.categories;
    set->config.calibration.resize(data.categories.size());
    CF_RETURN_IF_ERROR(set->openBackbone(options, files));
    CF_RETURN_IF_ERROR(set->loadNormals(data, options, run));
    if (options.filter)
        CF_RETURN_IF_ERROR(set->loadDefects(data, run));
    set->prepareFeatures(options, files, profile, run);
    set->prepareSources(data, options, run);
    return set;
}

Result<void> TrainingSet::openBackbone(const TrainOptions &options, const TrainingFiles &files)
{
    spec = FeatureSpec::of(files.backboneName);
    spec.weightsSha256 = files.backboneSha256;
    if (!options.layers.empty())
        spec.layers = options.layers;
    if (options.imagePx > 0)
        spec.imagePx = options.imagePx;
    if (options.gridPx > 0)
        spec.gridPx = options.gridPx;
    CF_ASSIGN_OR_RETURN(auto extractor,
                        FeatureExtractor::open(spec, files.backboneWeights, options.device));
    spec = extractor.spec();
    m_extractor = std::make_unique<FeatureExtractor>(std::move(extractor));
    return {};
}

Result<void> TrainingSet::loadNormals(const TrainingData &data, const TrainOptions &options,
                                      RunContext &run)
{
    const auto channels = m_extractor->channels();
    const auto perPicture = static_cast<std::size_t>(
        std::accumulate(channels.begin(), channels.end(), std::int64_t{0}) * spec.gridPx *
        spec.gridPx * static_cast<std::int64_t>(sizeof(float)));
    const std::size_t categories = std::max<std::size_t>(data.categories.size(), 1);
    const std::size_t limit =
        std::max<std::size_t>(kFeatureMemoryBytes / perPicture / categories, 16);
    std::vector<std::vector<std::size_t>> members(data.categories.size());
    for (std::size_t i = 0; i < data.normals.size(); ++i)
        members.at(static_cast<std::size_t>(data.normals[i].category)).push_back(i);
    for (std::size_t c = 0; c < members.size(); ++c) {
        if (members[c].size() > limit) {
            run.log(LogLevel::Info, "Using " + std::to_string(limit) + " of the " +
                                        std::to_string(members[c].size()) +
                                        " normal pictures of '" + data.categories[c] +
                                        "', evenly spread, to stay within memory.");
            std::vector<std::size_t> spread;
            for (std::size_t k = 0; k < limit; ++k)
                spread.push_back(members[c][k * members[c].size() / limit]);
            for (const std::size_t i : members[c])
                if (isChosen(options, data.normals[i].contentKey) &&
                    !std::binary_search(spread.begin(), spread.end(), i))
                    spread.insert(std::upper_bound(spread.begin(), spread.end(), i), i);
            members[c] = std::move(spread);
        }
        std::size_t usable = 0;
        for (const std::size_t i : members[c]) {
            const auto &normal = data.normals[i];
            if (usable % 16 == 0)
                run.step({"load", images.size(), 0});
            const auto loaded = imaging::loadBgr(normal.path);
            if (!loaded.ok()) {
                run.log(LogLevel::Warning, loaded.error().detail + " It is left out of training.");
                continue;
            }
            BankImage image;
            image.category = normal.category;
            image.contentKey = normal.contentKey;
            const cv::Mat fitted = fitImage(*loaded, spec.imagePx);
            cv::imencode(".png", fitted, image.png);
            if (normal.reviewed)
                config.reviewed.push_back(normal.contentKey);
            images.push_back(std::move(image));
            m_files.push_back(normal.path);
            m_pictures.push_back(fitted);
            ++usable;
        }
        if (usable == 0)
            return Error::make(ErrorCode::BadData,
                               "Category '" + data.categories[c] +
                                   "' has no normal picture that can be read for training; put "
                                   "good pictures into its train/good folder.");
        if (options.templates == TemplateStrategy::Chosen &&
            withKeys(images, static_cast<int>(c), options.chosenTemplates).empty())
            return Error::make(ErrorCode::BadUsage,
                               "Category '" + data.categories[c] +
                                   "' has no hand-picked template among its readable normal "
                                   "training pictures; pick at least one for each category.");
    }
    return {};
}

Result<void> TrainingSet::loadDefects(const TrainingData &data, RunContext &run)
{
    for (const auto &defect : data.defects) {
        run.step({"load", images.size() + m_defects.size(), 0});
        // What people drew is not left out without a word: the run would not be what it says.
        CF_ASSIGN_OR_RETURN(const cv::Mat picture, imaging::loadBgr(defect.path));
        CF_ASSIGN_OR_RETURN(const cv::Mat mask, imaging::loadMask(defect.mask));
        if (mask.size() != picture.size())
            return Error::make(ErrorCode::BadData,
                               "The mask " + defect.mask.string() +
                                   " is of another size than its picture " + defect.path.string() +
                                   "; draw the defect again and start a new run.");
        const auto same = std::find_if(images.begin(), images.end(), [&](const BankImage &image) {
            return !defect.contentKey.empty() && image.contentKey == defect.contentKey;
        });
        SampleOrigin origin{fitImage(picture, spec.imagePx), defect.category,
                            same == images.end() ? -1 : same - images.begin(), defect.path,
                            fitMask(mask, spec.imagePx)};
        config.reviewed.push_back(defect.contentKey);
        defectIdentity += defect.contentKey + " ";
        defectIdentity.append(origin.defectMask.ptr<char>(), origin.defectMask.total());
        m_defects.push_back(std::move(origin));
    }
    return {};
}

void TrainingSet::prepareFeatures(const TrainOptions &options, const TrainingFiles &files,
                                  const TrainProfile &profile, RunContext &run)
{
    m_bank = NormalBank(images);
    FeatureCache cache(files.featureCache);
    auto *usedCache = files.featureCache.empty() ? nullptr : &cache;
    if (options.filter || options.baseline.method == BaselineMethod::CostVolume)
        m_bank.prepare(*m_extractor, usedCache, run);
    else
        m_bank.prepareFeatures(*m_extractor, usedCache, run);

    config.profile = options.profile;
    config.templates = options.templates;
    config.templateCount = options.templateCount;
    if (options.templates == TemplateStrategy::Chosen)
        config.chosenTemplates = options.chosenTemplates;
    config.seed = options.seed;
    const auto channels = m_extractor->channels();
    config.filter.matches = profile.matches;
    if (options.profile == Profile::Paper) {
        config.filter.matches =
            std::min(profile.matches, options.templateCount * spec.gridPx * spec.gridPx);
        if (config.filter.matches < kPublishedMatches)
            config.filter.firstReduction = kSmallReduction;
    }
    config.filter.layers = static_cast<std::int64_t>(channels.size());
    config.guidanceLayers = guidanceLayers(options.profile, config.filter.layers);
    config.filter.guidanceLayer = guidanceOrder(config.guidanceLayers.size());
    config.filter.width = profile.width;
    const auto guidance = options.ablation.guidance;
    config.filter.spatialGuidance = guidance == Guidance::Both || guidance == Guidance::Spatial;
    config.filter.matchingGuidance = guidance == Guidance::Both || guidance == Guidance::Matching;
    config.filter.classes = static_cast<std::int64_t>(config.categories.size());
    config.filter.featureChannels.clear();
    for (const int layer : config.guidanceLayers)
        config.filter.featureChannels.push_back(channels[static_cast<std::size_t>(layer)]);
    config.source = options.source;
    config.sourceOptions = options.sourceOptions;
    m_matcher = std::make_unique<Matcher>(config);
    if (files.source)
        m_sourced = std::make_unique<SourcedTemplates>(files.source, *m_extractor);
    prepareBaseline(options, usedCache, run);
}

void TrainingSet::prepareBaseline(const TrainOptions &options, FeatureCache *cache, RunContext &run)
{
    config.hasFilter = options.filter;
    config.baseline = options.baseline;
    if (!config.hasMemory())
        return;
    config.patchLayers = patchLayers(options.baseline.method, spec, !options.layers.empty());
    m_patches = std::make_unique<PatchBaseline>(m_bank, config);
    m_patches->prepareTurns(*m_extractor, cache, run);
    config.maskedCategories = m_patches->chooseMasked();
    m_patches->setMasked(config.maskedCategories);
}

std::vector<torch::Tensor> TrainingSet::rememberAll(RunContext &run)
{
    if (!m_patches)
        return {};
    m_patches->remember({}, {}, run);
    return m_patches->origins();
}

void TrainingSet::prepareSources(const TrainingData &data, const TrainOptions &options,
                                 RunContext &run)
{
    const std::size_t categories = data.categories.size();
    std::vector<std::vector<std::size_t>> members(categories);
    for (std::size_t i = 0; i < images.size(); ++i)
        members[static_cast<std::size_t>(images[i].category)].push_back(i);

    std::vector<SampleOrigin> training;
    std::vector<SampleOrigin> validation;
    SampleSettings settings;
    settings.seed = options.seed;
    settings.stream = kTrainingStream;
    SampleSettings heldOut = settings;
    SampleSettings familiar = settings;
    const auto kinds = synthesis::defaultKindSplit();
    for (std::size_t c = 0; c < categories; ++c) {
        synthesis::Random random(options.seed, 0, c);
        auto order = members[c];
        random.shuffle(order);
        // Hand-picked templates are there to be matched with: none is put aside for validation.
        const auto chosen = std::stable_partition(order.begin(), order.end(), [&](std::size_t i) {
            return !isChosen(options, images[i].contentKey);
        });
        const std::size_t few =
            std::min({order.size() / 2, std::max(kFewestValidation, order.size() / 5),
                      static_cast<std::size_t>(chosen - order.begin())});
        std::vector<cv::Mat> pictures;
        for (std::size_t k = 0; k < order.size(); ++k) {
            const auto index = static_cast<std::int64_t>(order[k]);
            SampleOrigin normal{m_pictures[order[k]], static_cast<int>(c), index,
                                m_files[order[k]]};
            if (k < few)
                validation.push_back(normal);
            else
                training.push_back(normal);
            if (k >= few || few == 0)
                pictures.push_back(normal.imageBgr);
            if (k < few)
                settings.hidden.push_back(index);
        }
        if (few == 0)
            validation.push_back(training.back());
        auto synthesisOptions = options.profile == Profile::Paper
                                    ? synthesis::SynthesisOptions::paper()
                                    : synthesis::SynthesisOptions::compact();
        allowVariation(options.variation, pictures, synthesisOptions);
        synthesis::Donors donors;
        donors.images = pictures;
        if (!data.textures.empty())
            donors.textures = synthesis::TextureFolder::open(data.textures).orThrow();
        auto validationOptions = synthesis::SynthesisOptions::compact();
        validationOptions.foreground = synthesisOptions.foreground;
        validationOptions.nuisance = synthesisOptions.nuisance;
        validationOptions.anomalyProbability = 0.6;
        if (options.profile == Profile::Compact)
            synthesisOptions.kinds = kinds.train;
        // Real defects take the place of synthetic ones: as many samples are normal as without.
        const double real = realDefectShare(static_cast<std::size_t>(
            std::count_if(m_defects.begin(), m_defects.end(), [c](const SampleOrigin &defect) {
                return defect.category == static_cast<int>(c);
            })));
        synthesisOptions.anomalyProbability =
            (synthesisOptions.anomalyProbability - real) / (1.0 - real);
        settings.synthesis.push_back(synthesisOptions);
        settings.donors.push_back(donors);
        validationOptions.kinds = kinds.heldOut;
        heldOut.synthesis.push_back(validationOptions);
        validationOptions.kinds = kinds.train;
        familiar.synthesis.push_back(validationOptions);
    }
    if (m_patches)
        m_patches->remember(settings.hidden, {}, run);
    heldOut.donors = familiar.donors = settings.donors;
    heldOut.hidden = familiar.hidden = settings.hidden;
    heldOut.stream = kHeldOutStream;
    familiar.stream = kFamiliarStream;
    heldOut.skipLow = heldOut.skipHigh = familiar.skipLow = familiar.skipHigh = 2;
    const auto over = [&](std::vector<SampleOrigin> normals, SampleSettings chosen) {
        return std::make_unique<SampleSource>(*m_extractor, m_bank, *m_matcher, m_sourced.get(),
                                              m_patches.get(), config, std::move(normals),
                                              std::move(chosen));
    };
    // For training alone: lambda is chosen on held-out synthetic defects, for a real one that was
    // learned is no test, and the few there are cannot be spared for it.
    settings.defects = std::move(m_defects);
    source = over(std::move(training), std::move(settings));
    m_heldOut = over(validation, std::move(heldOut));
    m_familiar = over(std::move(validation), std::move(familiar));
}

ValidationSet TrainingSet::makeValidation(std::int64_t perCategory, RunContext &run)
{
    const auto categories = static_cast<std::int64_t>(config.categories.size());
    const std::int64_t held = categories * perCategory;
    const std::int64_t familiar = held / 2;
    ValidationSet validation;
    const auto fill = [&](const SampleSource &from, std::int64_t count,
                          std::vector<TrainingSample> &into, std::int64_t before) {
        constexpr std::int64_t kChunk = 4;
        for (std::int64_t i = 0; i < count; i += kChunk) {
            run.step({"validation samples", static_cast<std::size_t>(before + i),
                      static_cast<std::size_t>(held + familiar)});
            for (auto &sample : from.make(static_cast<std::uint64_t>(i), kChunk))
                into.push_back(std::move(sample));
        }
    };
    fill(*m_heldOut, held, validation.heldOut, 0);
    fill(*m_familiar, familiar, validation.familiar, held);
    for (std::size_t c = 0; c < config.categories.size(); ++c) {
        run.step({"baseline", c, config.categories.size()});
        std::vector<const TrainingSample *> own;
        for (const auto *sample : validation.all())
            if (sample->category == static_cast<std::int64_t>(c))
                own.push_back(sample);
        if (m_patches)
            usePatchMap(own, kPatchMapSigma, spec.imagePx, config.calibration[c]);
        else
            chooseBaseline(own, spec.imagePx, config.calibration[c]);
    }
    run.step({"baseline", config.categories.size(), config.categories.size()});
    return validation;
}

} // namespace cf::engine::detail
