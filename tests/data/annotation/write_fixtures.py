"""Writes the fixtures beside this file with labelme and pycocotools themselves; see README.md."""

import json
import pathlib

import numpy as np
from PIL import Image
from labelme import utils
from labelme._label_file import write_label_file
from pycocotools import mask as rle
from pycocotools.coco import COCO

HERE = pathlib.Path(__file__).parent
HEIGHT, WIDTH = 47, 61


def blobs(seed):
    """Discs of random size, with holes where they overlap."""
    random = np.random.default_rng(seed)
    rows, columns = np.mgrid[:HEIGHT, :WIDTH]
    mask = np.zeros((HEIGHT, WIDTH), bool)
    for _ in range(6):
        y, x, radius = random.uniform(0, HEIGHT), random.uniform(0, WIDTH), random.uniform(2, 14)
        mask ^= (rows - y) ** 2 + (columns - x) ** 2 < radius**2
    return mask


def save_mask(name, mask):
    Image.fromarray(np.where(mask, 255, 0).astype(np.uint8)).save(HERE / name)


def write_labelme():
    mask = blobs(3)[5:30, 8:50]
    plain = {"group_id": None, "description": "", "flags": {}}
    shapes = [
        {"label": "scratch", "points": [[3.25, 4.5], [20.0, 6.75], [18.5, 15.125], [4.0, 12.0]],
         "group_id": 7, "description": "long one", "shape_type": "polygon",
         "flags": {"deep": True, "checked": False}},
        {"label": "scratch", "points": [[30, 30], [40, 30], [40, 44]], "group_id": 7,
         "description": "", "shape_type": "polygon", "flags": {}},
        {"label": "dent", "points": [[25.5, 10.5], [22.5, 5.5]], "shape_type": "rectangle", **plain},
        {"label": "pore", "points": [[45.0, 20.0], [48.0, 24.0]], "shape_type": "circle", **plain},
        {"label": "Kratzer ü 划痕", "points": [[8, 5], [49, 29]], "shape_type": "mask",
         "mask": utils.img_arr_to_b64(mask.astype(np.uint8) * 255), **plain},
        {"label": "edge", "points": [[1, 1], [9, 40]], "shape_type": "line", **plain},
        {"label": "edge", "points": [[1, 1], [9, 40], [30, 41.5]], "shape_type": "linestrip",
         **plain},
        {"label": "spot", "points": [[12.5, 33.5]], "shape_type": "point", **plain},
        {"label": "chip", "points": [[30, 2], [36, 8], [33, 11], [27, 5]],
         "shape_type": "oriented_rectangle", **plain},
    ]
    for shape in shapes:
        shape["score"] = 0.5  # a key that labelme itself does not know
    write_label_file(
        str(HERE / "labelme.json"), shapes=shapes, image_path="part_001.png", image_height=HEIGHT,
        image_width=WIDTH, flags={"reviewed": True},
        other_data={"line": {"station": 4, "names": ["a", "b"]}, "operator": "M. Müller"})
    full = np.zeros((HEIGHT, WIDTH), bool)
    full[5:30, 8:50] = mask
    save_mask("labelme_mask.png", full)


def write_coco():
    def compressed(mask):
        encoded = rle.encode(np.asfortranarray(mask.astype(np.uint8)))
        return {"size": encoded["size"], "counts": encoded["counts"].decode("ascii")}

    def plain(mask):
        counts, value, length = [], False, 0
        for pixel in mask.flatten(order="F"):
            if pixel != value:
                counts.append(length)
                value, length = pixel, 0
            length += 1
        return {"size": list(mask.shape), "counts": counts + [length]}

    full = np.ones((HEIGHT, WIDTH), bool)
    empty_but_last = np.zeros((HEIGHT, WIDTH), bool)
    empty_but_last[-1, -1] = True
    noise = np.random.default_rng(5).random((HEIGHT, WIDTH)) < 0.5
    segmentations = {
        10: [[3.25, 4.5, 20.0, 6.75, 18.5, 15.125, 4.0, 12.0]],
        11: [[2, 2, 12, 2, 12, 9, 2, 9], [20.3, 20.2, 40.7, 22.9, 30.1, 41.6]],
        12: compressed(blobs(1)),
        13: plain(blobs(2)),
        14: compressed(full),
        15: compressed(empty_but_last),
        16: compressed(noise),
    }
    annotations = []
    for id, segmentation in segmentations.items():
        is_list = isinstance(segmentation, list)
        coded = segmentation
        if is_list:
            coded = rle.merge(rle.frPyObjects(segmentation, HEIGHT, WIDTH))
        elif isinstance(segmentation["counts"], list):
            coded = rle.frPyObjects(segmentation, HEIGHT, WIDTH)
        annotations.append({
            "id": id, "image_id": 3, "category_id": 1 if is_list else 4,
            "segmentation": segmentation, "area": float(rle.area(coded)),
            "bbox": [float(side) for side in rle.toBbox(coded)], "iscrowd": int(id == 13),
            "attributes": {"severity": id}})
    annotations.append({"id": 20, "image_id": 8, "category_id": 4, "bbox": [5, 6, 10.5, 20],
                        "area": 210.0, "iscrowd": 0})
    (HERE / "coco.json").write_text(json.dumps({
        "info": {"description": "fixture", "year": 2026},
        "licenses": [{"id": 1, "name": "none"}],
        "images": [
            {"id": 3, "file_name": "part_001.png", "width": WIDTH, "height": HEIGHT, "license": 1},
            {"id": 8, "file_name": "part_002.png", "width": 30, "height": 40}],
        "categories": [{"id": 1, "name": "scratch", "supercategory": "surface"},
                       {"id": 4, "name": "dent", "supercategory": "surface"},
                       {"id": 9, "name": "unused"}],
        "annotations": annotations}, indent=1))
    coco = COCO(str(HERE / "coco.json"))
    for id in segmentations:
        save_mask(f"coco_{id}.png", coco.annToMask(coco.anns[id]))


def write_indexed():
    indices = np.zeros((9, 14), np.uint8)
    indices[1:4, 2:9] = 1
    indices[5:8, 3:12] = 3
    for bits in (2, 8):
        image = Image.fromarray(indices, "P") if bits == 8 else Image.fromarray(indices).convert("P")
        image.putpalette([0, 0, 0, 200, 10, 10, 10, 200, 10, 10, 10, 200] + [9] * 756)
        image.save(HERE / f"indexed_{bits}bit.png", bits=bits)
        assert (np.array(Image.open(HERE / f"indexed_{bits}bit.png")) == indices).all()


if __name__ == "__main__":
    write_labelme()
    write_coco()
    write_indexed()
