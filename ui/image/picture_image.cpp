#include "ui/image/picture_image.h"

namespace cf::ui {

QImage imageOf(const cv::Mat &picture)
{
    const auto wrap = [&](QImage::Format format) {
        return QImage(picture.data, picture.cols, picture.rows,
                      static_cast<qsizetype>(picture.step), format)
            .copy();
    };
    if (picture.type() == CV_8UC1)
        return wrap(QImage::Format_Grayscale8);
    if (picture.type() == CV_8UC3)
        return wrap(QImage::Format_BGR888);
    return {};
}

} // namespace cf::ui
