#pragma once

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>
#include <QTest>

/// A project in which nothing can be drawn: as on a full disk, though reading goes well.
class SealedShapes
{
public:
    explicit SealedShapes(QString projectFile) : m_file(std::move(projectFile))
    {
        exec(QStringLiteral("CREATE TRIGGER sealed BEFORE INSERT ON annotations BEGIN SELECT "
                            "RAISE(ABORT, 'the disk is full'); END"));
    }
    ~SealedShapes() { open(); }
    void open() { exec(QStringLiteral("DROP TRIGGER IF EXISTS sealed")); }

private:
    void exec(const QString &statement)
    {
        {
            auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"),
                                                      QStringLiteral("sealed shapes"));
            database.setDatabaseName(m_file);
            QVERIFY(database.open());
            QVERIFY(QSqlQuery(database).exec(statement));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("sealed shapes"));
    }

    QString m_file;
};
