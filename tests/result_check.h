#pragma once

#include <QTest>

/// QVERIFY for a Result: prints the error's sentence when it fails.
#define CF_VERIFY(result)                                                                          \
    do {                                                                                           \
        const auto &cfChecked = (result);                                                          \
        QVERIFY2(cfChecked.ok(), cfChecked.ok() ? "" : cfChecked.error().detail.c_str());          \
    } while (false)
