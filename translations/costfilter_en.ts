<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US">
<context>
    <name>HealthPanel</name>
    <message numerus="yes">
        <source>%n files: %1</source>
        <translation>
            <numerusform>%n file: %1</numerusform>
            <numerusform>%n files: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::DatasetHead</name>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n category</numerusform>
            <numerusform>%n categories</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::DatasetPage</name>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n pictures</source>
        <translation>
            <numerusform>%L1 of %n picture</numerusform>
            <numerusform>%L1 of %n pictures</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::HealthPanel</name>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Health: %n to look at</source>
        <translation>
            <numerusform>Health: %n to look at</numerusform>
            <numerusform>Health: %n to look at</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n ignored</source>
        <translation>
            <numerusform>Show %n ignored</numerusform>
            <numerusform>Show %n ignored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::MainWindow</name>
    <message numerus="yes">
        <source> (%n more)</source>
        <translation>
            <numerusform> (%n more)</numerusform>
            <numerusform> (%n more)</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainForm</name>
    <message numerus="yes">
        <source>%n normal picture(s) to train on</source>
        <translation>
            <numerusform>%n normal picture to train on</numerusform>
            <numerusform>%n normal pictures to train on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“%1” has only %n normal picture(s); with fewer than 20 the result is a matter of luck.</source>
        <translation>
            <numerusform>“%1” has only %n normal picture; with fewer than 20 the result is a matter of luck.</numerusform>
            <numerusform>“%1” has only %n normal pictures; with fewer than 20 the result is a matter of luck.</numerusform>
        </translation>
    </message>
</context>
</TS>
