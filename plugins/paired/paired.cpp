// A golden picture for each tested one, found by its name.
#include "plugins/counterpart/counterpart.h"
#include "plugins/paired/registration.h"

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

namespace {

using namespace cf::plugins;
namespace fs = std::filesystem;

const cf_option kOptions[] = {
    {"folder", "Folder of the golden pictures; without it, templates in the category's folder"},
    {"register", "auto moves the golden picture onto the tested one, off leaves it"},
    {nullptr, nullptr}};

struct Paired
{
    fs::path folder, dataFolder;
    bool registers;

    CounterpartFolder goldenOf(const cf_query &query) const
    {
        if (!folder.empty())
            return {folder, dataFolder};
        const auto inCategory = dataFolder / query.category / "templates";
        std::error_code failed;
        return {fs::is_directory(inCategory, failed) ? inCategory : dataFolder / "templates", {}};
    }
};

void *open(const cf_opening *opening)
{
    const auto registering = optionOr(*opening, "register", "auto");
    if (registering != "auto" && registering != "off") {
        opening->fail(opening->host, "its option register is auto or off");
        return nullptr;
    }
    auto *self = new Paired{optionOr(*opening, "folder", ""),
                            opening->data_folder(opening->host), registering == "auto"};
    std::error_code failed;
    if (!self->folder.empty() && !fs::is_directory(self->folder, failed)) {
        opening->fail(opening->host,
                      ("there is no folder " + self->folder.string() + "; choose the one with the "
                       "golden pictures")
                          .c_str());
        delete self;
        return nullptr;
    }
    return self;
}

void templates(void *self, const cf_query *query, const cf_answer *answer)
{
    const auto &paired = *static_cast<Paired *>(self);
    const auto golden = paired.goldenOf(*query);
    const auto found = golden.find(*query, pictureEndings(), false);
    cv::Mat picture;
    if (!found.empty())
        picture = cv::imread(found.front().string(), cv::IMREAD_COLOR);
    else if (query->training) // it is normal: the best golden picture of itself that there is
        picture = cv::imread(query->file, cv::IMREAD_COLOR);
    if (picture.empty()) {
        const auto stem = fs::path(query->file).stem().string();
        answer->decline(answer->host, ("there is no readable golden picture called " + stem +
                                       " in " + golden.folder().string())
                                          .c_str());
        return;
    }
    const auto tested = pictureOf(*query);
    if (picture.size() != tested.size())
        cv::resize(picture, picture, tested.size(), 0, 0, cv::INTER_AREA);
    if (paired.registers)
        picture = registered(picture, tested);
    answer->add_picture(answer->host, asPicture(picture));
}

void close(void *self)
{
    delete static_cast<Paired *>(self);
}

} // namespace

const cf_template_source *costfilter_template_source(void)
{
    static const cf_template_source source = {
        COSTFILTER_TEMPLATE_SOURCE_VERSION,
        "paired",
        "Golden pictures",
        "A golden picture for each tested one, found by its name and moved onto it.",
        kOptions,
        open,
        templates,
        close};
    return &source;
}
