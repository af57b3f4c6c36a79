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
    <name>Preflight</name>
    <message numerus="yes">
        <source>“%1” has only %n normal picture(s); with fewer than 20 the result is a matter of luck.</source>
        <translation>
            <numerusform>“%1” has only %n normal picture; with fewer than 20 the result is a matter of luck.</numerusform>
            <numerusform>“%1” has only %n normal pictures; with fewer than 20 the result is a matter of luck.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n normal picture(s) to learn from.</source>
        <translation>
            <numerusform>%n normal picture to learn from.</numerusform>
            <numerusform>%n normal pictures to learn from.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::AddedNormalsDialog</name>
    <message numerus="yes">
        <source>%n picture(s) became normals of the model after its training. The filter was not changed by that, and each can be taken away again.</source>
        <translation>
            <numerusform>%n picture became a normal of the model after its training. The filter was not changed by that, and the picture can be taken away again.</numerusform>
            <numerusform>%n pictures became normals of the model after its training. The filter was not changed by that, and each can be taken away again.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::AnalysePage</name>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with and are left out</source>
        <translation>
            <numerusform>%Ln picture was trained with and is left out</numerusform>
            <numerusform>%Ln pictures were trained with and are left out</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotateWindow</name>
    <message numerus="yes">
        <source>What was drawn on %n picture(s) cannot be saved in the project.</source>
        <translation>
            <numerusform>What was drawn on %n picture cannot be saved in the project.</numerusform>
            <numerusform>What was drawn on %n pictures cannot be saved in the project.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::CompareView</name>
    <message numerus="yes">
        <source>In per cent; the mean is over the %n categories that all runs were tested on</source>
        <translation>
            <numerusform>In per cent; the mean is over the %n category that all runs were tested on</numerusform>
            <numerusform>In per cent; the mean is over the %n categories that all runs were tested on</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>; %n others are listed alone</source>
        <translation>
            <numerusform>; %n other is listed alone</numerusform>
            <numerusform>; %n others are listed alone</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with by one of the runs and count for none.</source>
        <translation>
            <numerusform>%Ln picture was trained with by one of the runs and counts for none.</numerusform>
            <numerusform>%Ln pictures were trained with by one of the runs and count for none.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::CoveragePanel</name>
    <message numerus="yes">
        <source>%n normal pictures</source>
        <translation>
            <numerusform>%n normal picture</numerusform>
            <numerusform>%n normal pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outliers</source>
        <translation>
            <numerusform>%n outlier</numerusform>
            <numerusform>%n outliers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near-twins</source>
        <translation>
            <numerusform>%n near-twin</numerusform>
            <numerusform>%n near-twins</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::DataStep</name>
    <message numerus="yes">
        <source>%n files with a problem, see Dataset</source>
        <translation>
            <numerusform>%n file with a problem, see Dataset</numerusform>
            <numerusform>%n files with a problem, see Dataset</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n normal pictures</source>
        <translation>
            <numerusform>%n normal picture</numerusform>
            <numerusform>%n normal pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n categories are learned by one filter.</source>
        <translation>
            <numerusform>of %n category are learned by one filter.</numerusform>
            <numerusform>of %n categories are learned by one filter.</numerusform>
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
    <name>cf::ui::DefectsView</name>
    <message numerus="yes">
        <source>Left out, because nothing tells where their defects are: %Ln picture(s)</source>
        <translation>
            <numerusform>Left out, because nothing tells where its defect is: %Ln picture</numerusform>
            <numerusform>Left out, because nothing tells where their defects are: %Ln pictures</numerusform>
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
    <name>cf::ui::InspectPage</name>
    <message numerus="yes">
        <source>%n map(s) were written to %1.</source>
        <translation>
            <numerusform>%n map was written to %1.</numerusform>
            <numerusform>%n maps were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::LocationMapView</name>
    <message numerus="yes">
        <source>%1: defective in %2 % of %Ln picture(s) with a defect</source>
        <translation>
            <numerusform>%1: defective in %2 % of %Ln picture with a defect</numerusform>
            <numerusform>%1: defective in %2 % of %Ln pictures with a defect</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::LossText</name>
    <message numerus="yes">
        <source>%n shapes: holes become slits in the outline; the pixels stay the same.</source>
        <translation>
            <numerusform>%n shape: holes become slits in the outline; the pixels stay the same.</numerusform>
            <numerusform>%n shapes: holes become slits in the outline; the pixels stay the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: ellipses become polygons, not quite the same pixels.</source>
        <translation>
            <numerusform>%n shape: an ellipse becomes a polygon, not quite the same pixels.</numerusform>
            <numerusform>%n shapes: ellipses become polygons, not quite the same pixels.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: outlines become pixels, or pixels outlines; the pixels stay the same.</source>
        <translation>
            <numerusform>%n shape: an outline becomes pixels, or pixels an outline; the pixels stay the same.</numerusform>
            <numerusform>%n shapes: outlines become pixels, or pixels outlines; the pixels stay the same.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: their class is not written.</source>
        <translation>
            <numerusform>%n shape: its class is not written.</numerusform>
            <numerusform>%n shapes: their class is not written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: which of them belong together, or where two that touch part, is not written.</source>
        <translation>
            <numerusform>%n shape: whether it belongs to others, or where it parts from one that it touches, is not written.</numerusform>
            <numerusform>%n shapes: which of them belong together, or where two that touch part, is not written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: where they overlap the upper one alone is written.</source>
        <translation>
            <numerusform>%n shape: where another one overlaps it, the upper one alone is written.</numerusform>
            <numerusform>%n shapes: where they overlap the upper one alone is written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: what lies beside the picture is cut off or moved to its edge.</source>
        <translation>
            <numerusform>%n shape: what lies beside the picture is cut off or moved to its edge.</numerusform>
            <numerusform>%n shapes: what lies beside the picture is cut off or moved to its edge.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points or lines are not written.</source>
        <translation>
            <numerusform>%n point or line is not written.</numerusform>
            <numerusform>%n points or lines are not written.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: what another program noted of them (descriptions, flags) is not written.</source>
        <translation>
            <numerusform>%n shape: what another program noted of it (descriptions, flags) is not written.</numerusform>
            <numerusform>%n shapes: what another program noted of them (descriptions, flags) is not written.</numerusform>
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
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the review could not be saved. Quit without them?</source>
        <translation>
            <numerusform>%n step of the review could not be saved. Quit without it?</numerusform>
            <numerusform>%n steps of the review could not be saved. Quit without them?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::MatchView</name>
    <message numerus="yes">
        <source>the %n templates</source>
        <translation>
            <numerusform>the %n template</numerusform>
            <numerusform>the %n templates</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::NormalDialog</name>
    <message numerus="yes">
        <source>%1 becomes a normal of %2. Of %L3 pictures, %n get another score.</source>
        <translation>
            <numerusform>%1 becomes a normal of %2. Of %L3 pictures, %n gets another score.</numerusform>
            <numerusform>%1 becomes a normal of %2. Of %L3 pictures, %n get another score.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n known defect(s) would be missed from now on.</source>
        <translation>
            <numerusform>%n known defect would be missed from now on.</numerusform>
            <numerusform>%n known defects would be missed from now on.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false alarm(s) solved.</source>
        <translation>
            <numerusform>%n false alarm solved.</numerusform>
            <numerusform>%n false alarms solved.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other picture(s) change sides.</source>
        <translation>
            <numerusform>%n other picture changes sides.</numerusform>
            <numerusform>%n other pictures change sides.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 is a normal of %2 no more. Of %L3 pictures, %n get another score.</source>
        <translation>
            <numerusform>%1 is a normal of %2 no more. Of %L3 pictures, %n gets another score.</numerusform>
            <numerusform>%1 is a normal of %2 no more. Of %L3 pictures, %n get another score.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureChanges</name>
    <message numerus="yes">
        <source>%n pictures change side</source>
        <translation>
            <numerusform>%n picture changes side</numerusform>
            <numerusform>%n pictures change side</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, of %n that all runs scored. </source>
        <translation>
            <numerusform>, of %n that all runs scored. </numerusform>
            <numerusform>, of %n that all runs scored. </numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewPage</name>
    <message numerus="yes">
        <source>Saved %n decision(s) as %1</source>
        <translation>
            <numerusform>Saved %n decision as %1</numerusform>
            <numerusform>Saved %n decisions as %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>All is well: %n decision(s) in one unbroken chain, and all files of the project are as they were stored.</source>
        <translation>
            <numerusform>All is well: %n decision in one unbroken chain, and all files of the project are as they were stored.</numerusform>
            <numerusform>All is well: %n decisions in one unbroken chain, and all files of the project are as they were stored.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in this project are not as they were stored.</source>
        <translation>
            <numerusform>%n thing in this project is not as it was stored.</numerusform>
            <numerusform>%n things in this project are not as they were stored.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewedChoice</name>
    <message numerus="yes">
        <source>%Ln picture(s) accepted as normal</source>
        <translation>
            <numerusform>%Ln picture accepted as normal</numerusform>
            <numerusform>%Ln pictures accepted as normal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln defect(s) drawn</source>
        <translation>
            <numerusform>%Ln defect drawn</numerusform>
            <numerusform>%Ln defects drawn</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not used: %Ln defect(s) on which nothing is drawn.</source>
        <translation>
            <numerusform>Not used: %Ln defect on which nothing is drawn.</numerusform>
            <numerusform>Not used: %Ln defects on which nothing is drawn.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not used: %Ln picture(s) on which reviewers differ.</source>
        <translation>
            <numerusform>Not used: %Ln picture on which reviewers differ.</numerusform>
            <numerusform>Not used: %Ln pictures on which reviewers differ.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::RunDetails</name>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with and are left out.</source>
        <translation>
            <numerusform>%Ln picture was trained with and is left out.</numerusform>
            <numerusform>%Ln pictures were trained with and are left out.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::RunsPage</name>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n run</numerusform>
            <numerusform>%n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n runs</source>
        <translation>
            <numerusform>%L1 of %n run</numerusform>
            <numerusform>%L1 of %n runs</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected; at most ten can be compared.</source>
        <translation>
            <numerusform>%n run is selected; at most ten can be compared.</numerusform>
            <numerusform>%n runs are selected; at most ten can be compared.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Compare %n runs</source>
        <translation>
            <numerusform>Compare %n run</numerusform>
            <numerusform>Compare %n runs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::SaveProblem</name>
    <message numerus="yes">
        <source>%n step(s) could not be saved and wait here.</source>
        <translation>
            <numerusform>%n step could not be saved and waits here.</numerusform>
            <numerusform>%n steps could not be saved and wait here.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::SecondOpinionPanel</name>
    <message numerus="yes">
        <source>%n picture(s) judged twice.</source>
        <translation>
            <numerusform>%n picture judged twice.</numerusform>
            <numerusform>%n pictures judged twice.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::ShapeExchange</name>
    <message numerus="yes">
        <source>%n shapes were imported</source>
        <translation>
            <numerusform>%n shape was imported</numerusform>
            <numerusform>%n shapes were imported</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> on %n pictures.</source>
        <translation>
            <numerusform> on %n picture.</numerusform>
            <numerusform> on %n pictures.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out; the job&apos;s log names each.</source>
        <translation>
            <numerusform>%n was left out; the job&apos;s log names it.</numerusform>
            <numerusform>%n were left out; the job&apos;s log names each.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes were written to %1.</source>
        <translation>
            <numerusform>%n shape was written to %1.</numerusform>
            <numerusform>%n shapes were written to %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::TemplatesPage</name>
    <message numerus="yes">
        <source>%1 has %n normal training pictures, and two are needed to compare them. Put good pictures into its train/good folder.</source>
        <translation>
            <numerusform>%1 has %n normal training picture, and two are needed to compare them. Put good pictures into its train/good folder.</numerusform>
            <numerusform>%1 has %n normal training pictures, and two are needed to compare them. Put good pictures into its train/good folder.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outliers</source>
        <translation>
            <numerusform>%n outlier</numerusform>
            <numerusform>%n outliers</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n picture</numerusform>
            <numerusform>%n pictures</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n picked by hand</source>
        <translation>
            <numerusform>%n picked by hand</numerusform>
            <numerusform>%n picked by hand</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen by the rule</source>
        <translation>
            <numerusform>%n chosen by the rule</numerusform>
            <numerusform>%n chosen by the rule</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::TemplatesStep</name>
    <message numerus="yes">
        <source>%n picture(s) picked</source>
        <translation>
            <numerusform>%n picture picked</numerusform>
            <numerusform>%n pictures picked</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::ZonesView</name>
    <message numerus="yes">
        <source>No escape among %Ln defective picture(s): at most %1 in a million parts</source>
        <translation>
            <numerusform>No escape with only %Ln defective picture: at most %1 in a million parts</numerusform>
            <numerusform>No escape among %Ln defective pictures: at most %1 in a million parts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No false reject among %Ln good picture(s): at most %1 % of the good parts</source>
        <translation>
            <numerusform>No false reject with only %Ln good picture: at most %1 % of the good parts</numerusform>
            <numerusform>No false reject among %Ln good pictures: at most %1 % of the good parts</numerusform>
        </translation>
    </message>
</context>
</TS>
