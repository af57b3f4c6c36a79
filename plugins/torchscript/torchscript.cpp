// Reconstructions by any network that was exported as TorchScript.
#include "plugins/counterpart/counterpart.h"

#include <charconv>
#include <memory>
#include <opencv2/imgproc.hpp>
#include <torch/script.h>

namespace {

using namespace cf::plugins;

const cf_option kOptions[] = {
    {"model", "TorchScript file: takes [1, 3, H, W] (red, green, blue, 0..1), gives N "
              "reconstructions [N, 3, H, W]"},
    {"size", "Side that the picture is brought to before; 256 when not given, 0 = its own size"},
    {nullptr, nullptr}};

constexpr int kUsualSide = 256;

struct Reconstructor
{
    torch::jit::Module module;
    int side = kUsualSide;
};

std::string firstLine(const std::string &text)
{
    return text.substr(0, text.find('\n'));
}

void *open(const cf_opening *opening)
{
    const auto file = optionOr(*opening, "model", "");
    const auto size = optionOr(*opening, "size", std::to_string(kUsualSide));
    auto self = std::make_unique<Reconstructor>();
    const auto parsed = std::from_chars(size.data(), size.data() + size.size(), self->side);
    if (parsed.ec != std::errc() || parsed.ptr != size.data() + size.size() || self->side < 0 ||
        self->side > 4096) {
        opening->fail(opening->host, "its option size is a number of pixels from 0 to 4096");
        return nullptr;
    }
    if (file.empty()) {
        opening->fail(opening->host, "it needs a network; give --source-option model=FILE.pt");
        return nullptr;
    }
    try {
        self->module = torch::jit::load(file, torch::kCPU);
        self->module.eval();
    } catch (const std::exception &error) {
        opening->fail(opening->host,
                      (file + " is no readable TorchScript: " + firstLine(error.what())).c_str());
        return nullptr;
    }
    return self.release();
}

void templates(void *self, const cf_query *query, const cf_answer *answer)
{
    auto &reconstructor = *static_cast<Reconstructor *>(self);
    try {
        torch::NoGradGuard noGrad;
        cv::Mat picture = pictureOf(*query);
        if (reconstructor.side > 0)
            cv::resize(picture, picture, {reconstructor.side, reconstructor.side}, 0, 0,
                       cv::INTER_AREA);
        cv::Mat rgb;
        cv::cvtColor(picture, rgb, cv::COLOR_BGR2RGB);
        const auto input =
            torch::from_blob(rgb.data, {1, rgb.rows, rgb.cols, 3}, torch::kUInt8)
                .permute({0, 3, 1, 2})
                .to(torch::kFloat32)
                .div(255.0);
        auto output = reconstructor.module.forward({input}).toTensor();
        if (output.dim() == 5) // [1, N, 3, H, W]
            output = output.squeeze(0);
        if (output.dim() != 4 || output.size(1) != 3) {
            answer->fail(answer->host, "its network gives no pictures [N, 3, H, W]");
            return;
        }
        const auto bytes = output.to(torch::kFloat32)
                               .clamp(0.0, 1.0)
                               .mul(255.0)
                               .round()
                               .to(torch::kUInt8)
                               .permute({0, 2, 3, 1})
                               .flip(3)
                               .contiguous();
        for (std::int64_t n = 0; n < bytes.size(0); ++n)
            answer->add_picture(answer->host, {bytes[n].data_ptr<std::uint8_t>(),
                                               static_cast<std::int32_t>(bytes.size(2)),
                                               static_cast<std::int32_t>(bytes.size(1))});
    } catch (const std::exception &error) {
        answer->fail(answer->host, ("its network fails: " + firstLine(error.what())).c_str());
    }
}

void close(void *self)
{
    delete static_cast<Reconstructor *>(self);
}

} // namespace

const cf_template_source *costfilter_template_source(void)
{
    static const cf_template_source source = {
        COSTFILTER_TEMPLATE_SOURCE_VERSION,
        "torchscript",
        "Reconstructions by a network",
        "What a network that was exported as TorchScript reconstructs of each picture.",
        kOptions,
        open,
        templates,
        close};
    return &source;
}
