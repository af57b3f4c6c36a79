#include "core/review/reviewer_profile.h"

#include <QTest>

using namespace cf::review;

class TstReviewerProfile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsWhatItWrote();
    void keepsWhatItDoesNotKnow();
    void takesDefaultsForWhatIsNoProfile_data();
    void takesDefaultsForWhatIsNoProfile();
    void hasAReasonForEachDigit();
};

void TstReviewerProfile::readsWhatItWrote()
{
    ReviewerProfile profile;
    profile.order = QueueOrder::Random;
    profile.reasons = {"scratch", "d\xc3\xbcnn, \"hole\""};
    profile.secondShare = 0.25;
    QVERIFY(profileFrom(profileJson(profile)) == profile);
}

void TstReviewerProfile::keepsWhatItDoesNotKnow()
{
    const auto json = profileJson({}, R"({"shift":"night","order":"random"})");
    QVERIFY(json.find("night") != std::string::npos);
    QVERIFY(profileFrom(json) == ReviewerProfile());
}

void TstReviewerProfile::takesDefaultsForWhatIsNoProfile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("{order");
    QTest::newRow("a list") << QByteArray("[1]");
    QTest::newRow("other types") << QByteArray(
        R"({"order":3,"reasons":{"a":1},"second_share":"all"})");
    QTest::newRow("out of range") << QByteArray(
        R"({"order":"by_moon","reasons":[1,null],"second_share":1.5})");
}

void TstReviewerProfile::takesDefaultsForWhatIsNoProfile()
{
    QFETCH(QByteArray, json);
    QVERIFY(profileFrom(json.toStdString()) == ReviewerProfile());
}

void TstReviewerProfile::hasAReasonForEachDigit()
{
    const auto profile = profileFrom(R"({"reasons":["1","2","3","4","5","6","7","8","9","10"]})");
    QCOMPARE(profile.reasons.size(), ReviewerProfile::kMostReasons);
    QCOMPARE(profile.reasons.back(), std::string("9"));
}

QTEST_GUILESS_MAIN(TstReviewerProfile)
#include "tst_reviewer_profile.moc"
