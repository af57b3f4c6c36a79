#include "core/dataset/dataset_reader.h"

#include "core/dataset/detail/readers.h"

namespace cf::dataset {

std::vector<std::unique_ptr<DatasetReader>> builtInReaders()
{
    std::vector<std::unique_ptr<DatasetReader>> readers;
    for (const char *name : {"mvtec-ad", "mvtec-ad-2", "mvtec-loco", "btad", "mpdd"})
        readers.push_back(detail::makeTrainTestReader(name));
    readers.push_back(detail::makeVisaReader());
    readers.push_back(detail::makePlainFolderReader());
    return readers;
}

} // namespace cf::dataset
