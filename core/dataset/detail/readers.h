#pragma once

#include "core/dataset/dataset_reader.h"
#include "core/dataset/detail/folder_scan.h"

namespace cf::dataset::detail {

/// Reader of one format of MVTec AD's family, by its name: "mvtec-ad", "mvtec-ad-2", "mvtec-loco",
/// "btad" or "mpdd". They share one layout and differ in a few folder names:
///   <category>/train/good             (ok, normal; images right in train/ are taken as good)
///   <category>/validation/good        read as training images
///   <category>/test/<kind>            also test_public/; images right in test/ are unlabelled
///   <category>/test_private, test_private_mixed   unlabelled
///   <category>/ground_truth/<kind>/<stem>_mask.*, <stem>.* or a folder <stem>; also in
///   test_public/
std::unique_ptr<DatasetReader> makeTrainTestReader(std::string name);

/// VisA as published: split_csv/1cls.csv says which images belong where. Also for one of its
/// objects, when split_csv lies beside it. The kind of every defect is "bad".
std::unique_ptr<DatasetReader> makeVisaReader();

/// A folder with good/ (ok/, normal/) and one folder for each kind of defect, a folder of such
/// folders, or a flat folder of images, which are unlabelled test images.
/// There is no split, so the fifth, tenth, ... normal image in natural order becomes a test image;
/// the other normals are for training, and all defects for testing.
/// Masks: masks/ or ground_truth/, with or without a folder for each kind, or <stem>_mask.* beside.
std::unique_ptr<DatasetReader> makePlainFolderReader();

/// Appends the images of a folder of one kind to the category. Masks come from `masks`, if given,
/// or from beside the image; normal images get none. Whatever else lies in the folder becomes a
/// problem.
void addImages(const Listing &listing, Split split, Label label, const std::string &kind,
               MaskFolder *masks, Category &category, std::vector<Problem> &problems);

} // namespace cf::dataset::detail
