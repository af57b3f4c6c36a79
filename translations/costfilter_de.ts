<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de_DE">
<context>
    <name>Actions</name>
    <message>
        <source>Go to</source>
        <translation>Gehe zu</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>Datensatz</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>Inspektion</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>View</source>
        <translation>Ansicht</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>&amp;Neues Projekt...</translation>
    </message>
    <message>
        <source>Choose a folder of pictures and a place for the results</source>
        <translation>Einen Bildordner und einen Ort für die Ergebnisse wählen</translation>
    </message>
    <message>
        <source>&amp;Open project...</source>
        <translation>Projekt ö&amp;ffnen...</translation>
    </message>
    <message>
        <source>Go on with a project that exists</source>
        <translation>Ein vorhandenes Projekt fortsetzen</translation>
    </message>
    <message>
        <source>Open &amp;pictures...</source>
        <translation>&amp;Bilder öffnen...</translation>
    </message>
    <message>
        <source>Only look at a folder of pictures; nothing is written</source>
        <translation>Einen Bildordner nur ansehen; es wird nichts geschrieben</translation>
    </message>
    <message>
        <source>&amp;Try the demo</source>
        <translation>&amp;Demo ausprobieren</translation>
    </message>
    <message>
        <source>Make a small set of sample pictures and open it</source>
        <translation>Einen kleinen Satz Beispielbilder erzeugen und öffnen</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>Projekt &amp;schließen</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>Zurück zur Startseite</translation>
    </message>
    <message>
        <source>&amp;Find moved pictures...</source>
        <translation>&amp;Verschobene Bilder suchen...</translation>
    </message>
    <message>
        <source>Say where the project&apos;s pictures are now</source>
        <translation>Angeben, wo die Bilder des Projekts jetzt liegen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>B&amp;eenden</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>&amp;Aufträge</translation>
    </message>
    <message>
        <source>Show or hide running and past jobs</source>
        <translation>Laufende und vergangene Aufträge ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Theme of the &amp;desktop</source>
        <translation>Farben der A&amp;rbeitsumgebung</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>&amp;Helle Farben</translation>
    </message>
    <message>
        <source>D&amp;ark theme</source>
        <translation>D&amp;unkle Farben</translation>
    </message>
    <message>
        <source>&amp;Command palette...</source>
        <translation>&amp;Befehlspalette...</translation>
    </message>
    <message>
        <source>Find and run any command by its name</source>
        <translation>Jeden Befehl nach Namen suchen und ausführen</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>All shortcuts on one page</source>
        <translation>Alle Tastenkürzel auf einer Seite</translation>
    </message>
    <message>
        <source>&amp;Edit shortcuts...</source>
        <translation>Tastenkürzel b&amp;earbeiten...</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Sprache</translation>
    </message>
    <message>
        <source>&amp;Filter pictures</source>
        <translation>Bilder &amp;filtern</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>&amp;Nächstes Bild</translation>
    </message>
    <message>
        <source>&amp;Previous picture</source>
        <translation>&amp;Voriges Bild</translation>
    </message>
    <message>
        <source>Next s&amp;tage</source>
        <translation>Nächste &amp;Stufe</translation>
    </message>
    <message>
        <source>One step from the matching cost towards the fused map</source>
        <translation>Einen Schritt von den Matching-Kosten zur fusionierten Karte</translation>
    </message>
    <message>
        <source>Previous st&amp;age</source>
        <translation>Vorige St&amp;ufe</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>&amp;Einpassen</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>&amp;100 %</translation>
    </message>
    <message>
        <source>Show or hide the &amp;maps</source>
        <translation>&amp;Karten ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the maps; hold H to hide them for a moment</source>
        <translation>Karten ein- oder ausblenden; H gedrückt halten blendet sie kurz aus</translation>
    </message>
    <message>
        <source>Show or hide the &amp;ground truth</source>
        <translation>&amp;Ground Truth ein- oder ausblenden</translation>
    </message>
    <message>
        <source>&amp;English</source>
        <translation>&amp;English</translation>
    </message>
    <message>
        <source>&amp;Deutsch</source>
        <translation>&amp;Deutsch</translation>
    </message>
    <message>
        <source>中文 (&amp;Chinese)</source>
        <translation>中文 (&amp;Chinese)</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>Language of the desk&amp;top</source>
        <translation>Sprache der &amp;Arbeitsumgebung</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message>
        <source>%1 files have exactly the same content; training and test share them, so results would look too good: remove one side</source>
        <translation>%1 Dateien haben genau denselben Inhalt; Training und Test teilen sie, die Ergebnisse sähen also zu gut aus: eine Seite entfernen</translation>
    </message>
    <message>
        <source>%1 files have exactly the same content, and are labelled both normal and defect; training and test share them, so results would look too good: remove one side</source>
        <translation>%1 Dateien haben genau denselben Inhalt und sind teils als normal, teils als Defekt gekennzeichnet; Training und Test teilen sie, die Ergebnisse sähen also zu gut aus: eine Seite entfernen</translation>
    </message>
    <message>
        <source>%1 files have exactly the same content, and are labelled both normal and defect: remove the wrong one</source>
        <translation>%1 Dateien haben genau denselben Inhalt und sind teils als normal, teils als Defekt gekennzeichnet: die falsche entfernen</translation>
    </message>
    <message>
        <source>%1 files have exactly the same content; training would see them more often than others: keep one</source>
        <translation>%1 Dateien haben genau denselben Inhalt; das Training sähe sie öfter als andere: nur eine behalten</translation>
    </message>
    <message>
        <source>%1 files have exactly the same content; the test counts each of them: keep one</source>
        <translation>%1 Dateien haben genau denselben Inhalt; der Test zählt jede davon: nur eine behalten</translation>
    </message>
    <message>
        <source>1 picture is %1 x %2 pixels large, while %3 of %4 are %5 x %6</source>
        <translation>1 Bild ist %1 × %2 Pixel groß, %3 von %4 dagegen %5 × %6</translation>
    </message>
    <message>
        <source>%1 pictures are %2 x %3 pixels large, while %4 of %5 are %6 x %7</source>
        <translation>%1 Bilder sind %2 × %3 Pixel groß, %4 von %5 dagegen %6 × %7</translation>
    </message>
    <message>
        <source>1 picture is %1 x %2 pixels large, far from the others of the category</source>
        <translation>1 Bild ist %1 × %2 Pixel groß, weit entfernt von den anderen der Kategorie</translation>
    </message>
    <message>
        <source>%1 pictures are %2 x %3 pixels large, far from the others of the category</source>
        <translation>%1 Bilder sind %2 × %3 Pixel groß, weit entfernt von den anderen der Kategorie</translation>
    </message>
    <message>
        <source>1 picture is much darker than the others: mean grey %1 of 255, the category&apos;s median is %2</source>
        <translation>1 Bild ist viel dunkler als die anderen: mittlerer Grauwert %1 von 255, der Median der Kategorie ist %2</translation>
    </message>
    <message>
        <source>%1 pictures are much darker than the others: mean grey %2 to %3 of 255, the category&apos;s median is %4</source>
        <translation>%1 Bilder sind viel dunkler als die anderen: mittlerer Grauwert %2 bis %3 von 255, der Median der Kategorie ist %4</translation>
    </message>
    <message>
        <source>%1 pictures are much darker than the others: mean grey %2 of 255, the category&apos;s median is %3</source>
        <translation>%1 Bilder sind viel dunkler als die anderen: mittlerer Grauwert %2 von 255, der Median der Kategorie ist %3</translation>
    </message>
    <message>
        <source>1 picture is much brighter than the others: mean grey %1 of 255, the category&apos;s median is %2</source>
        <translation>1 Bild ist viel heller als die anderen: mittlerer Grauwert %1 von 255, der Median der Kategorie ist %2</translation>
    </message>
    <message>
        <source>%1 pictures are much brighter than the others: mean grey %2 to %3 of 255, the category&apos;s median is %4</source>
        <translation>%1 Bilder sind viel heller als die anderen: mittlerer Grauwert %2 bis %3 von 255, der Median der Kategorie ist %4</translation>
    </message>
    <message>
        <source>%1 pictures are much brighter than the others: mean grey %2 of 255, the category&apos;s median is %3</source>
        <translation>%1 Bilder sind viel heller als die anderen: mittlerer Grauwert %2 von 255, der Median der Kategorie ist %3</translation>
    </message>
    <message>
        <source>this mask has %1 x %2 pixels, its image has %3 x %4 (height x width); replace the mask</source>
        <translation>diese Maske hat %1 × %2 Pixel, ihr Bild %3 × %4 (Höhe × Breite); die Maske ersetzen</translation>
    </message>
    <message>
        <source>this mask marks no pixel; draw the defect or move the image to the good ones</source>
        <translation>diese Maske markiert kein Pixel; den Defekt einzeichnen oder das Bild zu den guten legen</translation>
    </message>
    <message>
        <source>this folder of masks holds none; add them or remove it</source>
        <translation>dieser Maskenordner enthält keine; Masken hinzufügen oder den Ordner entfernen</translation>
    </message>
    <message>
        <source>this training image has exactly the same content as %1; remove one of them</source>
        <translation>dieses Trainingsbild hat genau denselben Inhalt wie %1; eines davon entfernen</translation>
    </message>
    <message>
        <source>this test image is also the training image %1, so results would look too good; remove one of them</source>
        <translation>dieses Testbild ist zugleich das Trainingsbild %1, die Ergebnisse sähen also zu gut aus; eines davon entfernen</translation>
    </message>
    <message>
        <source>category %1 is empty; add images or remove it</source>
        <translation>Kategorie %1 ist leer; Bilder hinzufügen oder die Kategorie entfernen</translation>
    </message>
    <message>
        <source>category %1 has no normal images to train on; it can be used for testing only</source>
        <translation>Kategorie %1 hat keine normalen Bilder zum Trainieren; sie taugt nur zum Testen</translation>
    </message>
    <message>
        <source>category %1 has no masks; pixel metrics are not available for it</source>
        <translation>Kategorie %1 hat keine Masken; Pixelkennzahlen gibt es für sie nicht</translation>
    </message>
    <message>
        <source>this defect has no mask; add one to count it in pixel metrics</source>
        <translation>dieser Defekt hat keine Maske; eine hinzufügen, damit er in den Pixelkennzahlen zählt</translation>
    </message>
    <message>
        <source>this mask has no image; remove it or restore its image</source>
        <translation>diese Maske hat kein Bild; sie entfernen oder ihr Bild wiederherstellen</translation>
    </message>
    <message>
        <source>this is not an image of a kind that can be read; it is left out</source>
        <translation>dies ist kein Bild einer lesbaren Art; es wird ausgelassen</translation>
    </message>
    <message>
        <source>this folder lies inside a folder of images; it is left out</source>
        <translation>dieser Ordner liegt in einem Bildordner; er wird ausgelassen</translation>
    </message>
    <message>
        <source>this folder is not called good, ok or normal; training takes normal images only, so it is left out</source>
        <translation>dieser Ordner heißt weder good noch ok noch normal; das Training nimmt nur normale Bilder, daher wird er ausgelassen</translation>
    </message>
    <message>
        <source>these masks have no images: the test images have no folder of that name</source>
        <translation>diese Masken haben keine Bilder: bei den Testbildern gibt es keinen Ordner dieses Namens</translation>
    </message>
    <message>
        <source>this folder cannot be read (%1); check its permissions</source>
        <translation>dieser Ordner ist nicht lesbar (%1); seine Rechte prüfen</translation>
    </message>
    <message>
        <source>this folder is empty; it is left out</source>
        <translation>dieser Ordner ist leer; er wird ausgelassen</translation>
    </message>
    <message>
        <source>this file is missing, though %1 names it</source>
        <translation>diese Datei fehlt, obwohl %1 sie nennt</translation>
    </message>
    <message>
        <source>there is no such file; check the path</source>
        <translation>diese Datei gibt es nicht; den Pfad prüfen</translation>
    </message>
    <message>
        <source>it cannot be opened; check that you may read it</source>
        <translation>sie lässt sich nicht öffnen; die Leserechte prüfen</translation>
    </message>
    <message>
        <source>the file is empty; copy it again</source>
        <translation>die Datei ist leer; erneut kopieren</translation>
    </message>
    <message>
        <source>its content is not a PNG, JPEG, BMP or TIFF image, whatever its name says; convert it first</source>
        <translation>ihr Inhalt ist kein PNG-, JPEG-, BMP- oder TIFF-Bild, auch wenn der Name anderes sagt; zuerst umwandeln</translation>
    </message>
    <message>
        <source>the PNG file ends before its last chunk; it is cut off, copy it again</source>
        <translation>die PNG-Datei endet vor ihrem letzten Abschnitt; sie ist abgeschnitten, erneut kopieren</translation>
    </message>
    <message>
        <source>a checksum inside the PNG file is wrong; it is damaged, copy it again</source>
        <translation>eine Prüfsumme in der PNG-Datei stimmt nicht; sie ist beschädigt, erneut kopieren</translation>
    </message>
    <message>
        <source>the JPEG file has no end marker; it is cut off, copy it again</source>
        <translation>die JPEG-Datei hat keine Endmarke; sie ist abgeschnitten, erneut kopieren</translation>
    </message>
    <message>
        <source>the JPEG file is damaged (%1); copy it again</source>
        <translation>die JPEG-Datei ist beschädigt (%1); erneut kopieren</translation>
    </message>
    <message>
        <source>the BMP file ends before its last row; it is cut off, copy it again</source>
        <translation>die BMP-Datei endet vor ihrer letzten Zeile; sie ist abgeschnitten, erneut kopieren</translation>
    </message>
    <message>
        <source>the TIFF file ends before its last strip of pixels; it is cut off, copy it again</source>
        <translation>die TIFF-Datei endet vor ihrem letzten Pixelstreifen; sie ist abgeschnitten, erneut kopieren</translation>
    </message>
    <message>
        <source>its header claims %1, but the file has only %2 bytes; it is cut off or damaged, copy it again</source>
        <translation>ihr Kopf nennt %1, die Datei hat aber nur %2 Bytes; sie ist abgeschnitten oder beschädigt, erneut kopieren</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>%n files: %1</source>
        <translation>
            <numerusform>%n Datei: %1</numerusform>
            <numerusform>%n Dateien: %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageFilter</name>
    <message>
        <source>The quotation mark in %1 is not closed.</source>
        <translation>Das Anführungszeichen in %1 ist nicht geschlossen.</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;. Fields: %2. Put a text that holds &quot;%3&quot; in quotation marks.</source>
        <translation>Es gibt kein Feld „%1“. Felder: %2. Text, der „%3“ enthält, in Anführungszeichen setzen.</translation>
    </message>
    <message>
        <source>Something must follow %1.</source>
        <translation>Nach %1 muss noch etwas folgen.</translation>
    </message>
    <message>
        <source>A value must follow %1.</source>
        <translation>Nach %1 muss ein Wert folgen.</translation>
    </message>
    <message>
        <source>%1 needs a number, as in %2&gt;0.4; &quot;%3&quot; is none.</source>
        <translation>%1 braucht eine Zahl, etwa %2&gt;0.4; „%3“ ist keine.</translation>
    </message>
    <message>
        <source>%1 is no number, so %2 cannot be asked; write %1:%3.</source>
        <translation>%1 ist keine Zahl, %2 ist daher nicht möglich; schreiben Sie %1:%3.</translation>
    </message>
    <message>
        <source>split is train or test, not &quot;%1&quot;.</source>
        <translation>split ist train oder test, nicht „%1“.</translation>
    </message>
    <message>
        <source>%1 is yes or no, not &quot;%2&quot;.</source>
        <translation>%1 ist yes oder no, nicht „%2“.</translation>
    </message>
</context>
<context>
    <name>ImageRow</name>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>with mask</source>
        <translation>mit Maske</translation>
    </message>
    <message>
        <source>score %L1</source>
        <translation>Score %L1</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>geprüft</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>nicht geprüft</translation>
    </message>
    <message>
        <source>%1 x %2 pixels</source>
        <translation>%1 × %2 Pixel</translation>
    </message>
    <message>
        <source>has a problem</source>
        <translation>mit Problem</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>LayoutText</name>
    <message>
        <source>Recognised because each category has a folder train or test, in which a folder stands for each kind of picture.</source>
        <translation>Erkannt, weil jede Kategorie einen Ordner train oder test hat, in dem für jede Art von Bild ein Ordner steht.</translation>
    </message>
    <message>
        <source>Recognised because each category has a folder test_public.</source>
        <translation>Erkannt, weil jede Kategorie einen Ordner test_public hat.</translation>
    </message>
    <message>
        <source>Recognised because the test folder of each category holds logical_anomalies or structural_anomalies.</source>
        <translation>Erkannt, weil der Testordner jeder Kategorie logical_anomalies oder structural_anomalies enthält.</translation>
    </message>
    <message>
        <source>Recognised because the pictures of each category lie in train/ok and in test/ok or test/ko.</source>
        <translation>Erkannt, weil die Bilder jeder Kategorie in train/ok und in test/ok oder test/ko liegen.</translation>
    </message>
    <message>
        <source>Recognised because all categories have names of MPDD, such as bracket_black or tubes.</source>
        <translation>Erkannt, weil alle Kategorien Namen aus MPDD tragen, etwa bracket_black oder tubes.</translation>
    </message>
    <message>
        <source>Recognised because the list split_csv/1cls.csv is there; it says which picture belongs where.</source>
        <translation>Erkannt, weil die Liste split_csv/1cls.csv vorhanden ist; sie sagt, welches Bild wohin gehört.</translation>
    </message>
    <message>
        <source>Recognised because there is a folder of good pictures (good, ok or normal) and no train or test; every fifth good picture is kept for testing.</source>
        <translation>Erkannt, weil es einen Ordner mit guten Bildern (good, ok oder normal) gibt, aber weder train noch test; jedes fünfte gute Bild wird für den Test zurückgehalten.</translation>
    </message>
    <message>
        <source>Recognised because pictures lie in the folder itself; nothing says which of them are normal, so all serve for testing.</source>
        <translation>Erkannt, weil Bilder direkt im Ordner liegen; welche davon normal sind, ist nicht angegeben, daher dienen alle dem Test.</translation>
    </message>
    <message>
        <source>Plain folders</source>
        <translation>Einfache Ordner</translation>
    </message>
    <message>
        <source>Recognised by an added reader of this name.</source>
        <translation>Von einem hinzugefügten Leser dieses Namens erkannt.</translation>
    </message>
</context>
<context>
    <name>cf::ui::CategoryTree</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>Kategorien</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>Test</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>Masken</translation>
    </message>
</context>
<context>
    <name>cf::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>Befehl eingeben</translation>
    </message>
    <message>
        <source>Command to look for</source>
        <translation>Gesuchter Befehl</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>Passende Befehle</translation>
    </message>
    <message>
        <source>No command is called like this.</source>
        <translation>Kein Befehl heißt so.</translation>
    </message>
</context>
<context>
    <name>cf::ui::DatasetHead</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n Kategorie</numerusform>
            <numerusform>%n Kategorien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::DatasetPage</name>
    <message>
        <source>No pictures are open.</source>
        <translation>Es sind keine Bilder geöffnet.</translation>
    </message>
    <message>
        <source>Say where the pictures are...</source>
        <translation>Ort der Bilder angeben...</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n pictures</source>
        <translation>
            <numerusform>%L1 von %n Bild</numerusform>
            <numerusform>%L1 von %n Bildern</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %L2 selected</source>
        <translation>%1, %L2 ausgewählt</translation>
    </message>
    <message>
        <source>No picture is left by this choice.</source>
        <translation>Bei dieser Auswahl bleibt kein Bild übrig.</translation>
    </message>
    <message>
        <source>No picture matches %1</source>
        <translation>Kein Bild passt zu %1</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>Alle Bilder zeigen</translation>
    </message>
    <message>
        <source>There are no pictures in it.</source>
        <translation>Darin sind keine Bilder.</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Take off the filter, the category and the choice of a finding</source>
        <translation>Filter, Kategorie und gewählten Befund aufheben</translation>
    </message>
</context>
<context>
    <name>cf::ui::FilterBar</name>
    <message>
        <source>the file&apos;s name holds crack</source>
        <translation>der Dateiname enthält crack</translation>
    </message>
    <message>
        <source>defects; also normal, unknown</source>
        <translation>Defekte; auch normal, unknown</translation>
    </message>
    <message>
        <source>the kind holds this; = for exactly this</source>
        <translation>die Art enthält dies; = für genau dies</translation>
    </message>
    <message>
        <source>of this category</source>
        <translation>aus dieser Kategorie</translation>
    </message>
    <message>
        <source>test pictures; also train</source>
        <translation>Testbilder; auch train</translation>
    </message>
    <message>
        <source>without mask, and with a problem</source>
        <translation>ohne Maske und mit Problem</translation>
    </message>
    <message>
        <source>also &lt; &lt;= &gt;= =, width and height</source>
        <translation>auch &lt; &lt;= &gt;= =, width und height</translation>
    </message>
    <message>
        <source>nobody has decided yet</source>
        <translation>noch von niemandem entschieden</translation>
    </message>
    <message>
        <source>not normal: the minus turns a word round</source>
        <translation>nicht normal: das Minus kehrt ein Wort um</translation>
    </message>
    <message>
        <source>a name with a space in it</source>
        <translation>ein Name mit Leerzeichen</translation>
    </message>
    <message>
        <source>Filter: name, label:defect, score&gt;0.4, mask:no ...</source>
        <translation>Filter: Name, label:defect, score&gt;0.4, mask:no ...</translation>
    </message>
    <message>
        <source>Filter of the pictures</source>
        <translation>Filter der Bilder</translation>
    </message>
    <message>
        <source>Help on the filter</source>
        <translation>Hilfe zum Filter</translation>
    </message>
    <message>
        <source>Words are separated by spaces; a picture must fulfil all.</source>
        <translation>Wörter werden durch Leerzeichen getrennt; ein Bild muss alle erfüllen.</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>S&amp;ortierung</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>&amp;Größe</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>Größe der Vorschaubilder</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel over the pictures)</source>
        <translation>Größe der Vorschaubilder (Strg+Mausrad über den Bildern)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Kennzeichnung</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>Höchster Score</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>Niedrigster Score</translation>
    </message>
</context>
<context>
    <name>cf::ui::HealthPanel</name>
    <message>
        <source>Serious</source>
        <translation>Schwerwiegend</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>Warnung</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Ignored: %1</source>
        <translation>Ignoriert: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weitere</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Health</source>
        <translation>Datenzustand</translation>
    </message>
    <message numerus="yes">
        <source>Health: %n to look at</source>
        <translation>
            <numerusform>Datenzustand: %n Befund</numerusform>
            <numerusform>Datenzustand: %n Befunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n ignored</source>
        <translation>
            <numerusform>%n ignorierten zeigen</numerusform>
            <numerusform>%n ignorierte zeigen</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures have not been compared yet.</source>
        <translation>Die Bilder wurden noch nicht verglichen.</translation>
    </message>
    <message>
        <source>Nothing else was found.</source>
        <translation>Sonst wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>Es wurde nichts Auffälliges gefunden.</translation>
    </message>
    <message>
        <source>ignore what was found</source>
        <translation>Befund ignorieren</translation>
    </message>
    <message>
        <source>heed what was found</source>
        <translation>Befund wieder beachten</translation>
    </message>
    <message>
        <source>&amp;Heed again</source>
        <translation>Wieder &amp;beachten</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>&amp;Ignorieren</translation>
    </message>
    <message>
        <source>In training and in the test</source>
        <translation>In Training und Test</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>Dateien und Ordner</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>Unusual size</source>
        <translation>Ungewöhnliche Größe</translation>
    </message>
    <message>
        <source>Unusual brightness</source>
        <translation>Ungewöhnliche Helligkeit</translation>
    </message>
    <message>
        <source>Problems and findings</source>
        <translation>Probleme und Befunde</translation>
    </message>
    <message>
        <source>&amp;Show pictures</source>
        <translation>Bilder &amp;zeigen</translation>
    </message>
    <message>
        <source>Show only the pictures concerned</source>
        <translation>Nur die betroffenen Bilder zeigen</translation>
    </message>
    <message>
        <source>Take it off the list; this can be undone</source>
        <translation>Aus der Liste nehmen; das lässt sich rückgängig machen</translation>
    </message>
</context>
<context>
    <name>cf::ui::ImageCanvas</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>Kein Bild</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>Wird geladen …</translation>
    </message>
    <message>
        <source>%L1 x %L2 pixels. Plus and minus zoom, the arrow keys move the picture.</source>
        <translation>%L1 × %L2 Pixel. Plus und Minus zoomen, die Pfeiltasten verschieben das Bild.</translation>
    </message>
</context>
<context>
    <name>cf::ui::ImageGrid</name>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pictures of the dataset as tiles; Enter opens one</source>
        <translation>Bilder des Datensatzes als Kacheln; die Eingabetaste öffnet eines</translation>
    </message>
</context>
<context>
    <name>cf::ui::InspectControls</name>
    <message>
        <source>Filter&apos;s share λ</source>
        <translation>Filteranteil λ</translation>
    </message>
    <message>
        <source>0 shows the baseline map alone, 1 the filtered map alone</source>
        <translation>0 zeigt allein die Baseline-Karte, 1 allein die gefilterte Karte</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Where the outline runs, in standard deviations of normal pictures</source>
        <translation>Wo der Umriss verläuft, in Standardabweichungen normaler Bilder</translation>
    </message>
    <message>
        <source>Scale up to</source>
        <translation>Farbskala bis</translation>
    </message>
    <message>
        <source>The score that gets the brightest colour, the same in all pictures</source>
        <translation>Der Wert, der die hellste Farbe erhält, gleich für alle Bilder</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>Deckkraft</translation>
    </message>
    <message>
        <source>Of the map over the picture</source>
        <translation>Der Karte über dem Bild</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Farben</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Ansichten</translation>
    </message>
    <message>
        <source>Linked views side by side</source>
        <translation>Gekoppelte Ansichten nebeneinander</translation>
    </message>
</context>
<context>
    <name>cf::ui::InspectPage</name>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Recognised as %1
Score: baseline %2, filtered %3, fused %4</source>
        <translation>Erkannt als %1
Score: Baseline %2, gefiltert %3, fusioniert %4</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>Testbilder</translation>
    </message>
    <message>
        <source>Open a dataset first.</source>
        <translation>Öffnen Sie zuerst einen Datensatz.</translation>
    </message>
    <message>
        <source>Train a filter first; then each picture can be looked into here.</source>
        <translation>Trainieren Sie zuerst einen Filter; danach lässt sich hier jedes Bild genau ansehen.</translation>
    </message>
    <message>
        <source>This dataset has no test pictures.</source>
        <translation>Dieser Datensatz hat keine Testbilder.</translation>
    </message>
    <message>
        <source>Choose a picture on the left.</source>
        <translation>Wählen Sie links ein Bild.</translation>
    </message>
</context>
<context>
    <name>cf::ui::InspectTile</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Map shown over the picture</source>
        <translation>Karte über dem Bild</translation>
    </message>
    <message>
        <source>Value under the cursor</source>
        <translation>Wert unter dem Mauszeiger</translation>
    </message>
</context>
<context>
    <name>cf::ui::Job</name>
    <message>
        <source>Warning: %1</source>
        <translation>Warnung: %1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>Wird angehalten</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>Dateien werden gelesen</translation>
    </message>
    <message>
        <source>Checking pictures</source>
        <translation>Bilder werden geprüft</translation>
    </message>
    <message>
        <source>Looking for duplicates and outliers</source>
        <translation>Duplikate und Ausreißer werden gesucht</translation>
    </message>
    <message>
        <source>Making sample pictures</source>
        <translation>Beispielbilder werden erzeugt</translation>
    </message>
    <message>
        <source>Listing files</source>
        <translation>Dateien werden aufgelistet</translation>
    </message>
    <message>
        <source>Measuring the templates&apos; own noise</source>
        <translation>Eigenrauschen der Vorlagen wird gemessen</translation>
    </message>
    <message>
        <source>Scoring pictures</source>
        <translation>Bilder werden bewertet</translation>
    </message>
    <message>
        <source>Computing metrics</source>
        <translation>Kennzahlen werden berechnet</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>Bericht wird geschrieben</translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>Projekt wird geprüft</translation>
    </message>
    <message>
        <source>Loading pictures</source>
        <translation>Bilder werden geladen</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>Merkmale werden berechnet</translation>
    </message>
    <message>
        <source>Making validation samples</source>
        <translation>Validierungsbeispiele werden erzeugt</translation>
    </message>
    <message>
        <source>Making training samples</source>
        <translation>Trainingsbeispiele werden erzeugt</translation>
    </message>
    <message>
        <source>Choosing the baseline map</source>
        <translation>Baseline-Karte wird gewählt</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Choosing the filter&apos;s share</source>
        <translation>Filteranteil wird gewählt</translation>
    </message>
    <message>
        <source>Scoring test pictures</source>
        <translation>Testbilder werden bewertet</translation>
    </message>
</context>
<context>
    <name>cf::ui::JobModel</name>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>Auftrag</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>Fortschritt</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
</context>
<context>
    <name>cf::ui::JobsDock</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop the chosen job; what it has finished is kept</source>
        <translation>Den gewählten Auftrag anhalten; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>&amp;Retry</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Start the chosen job again</source>
        <translation>Den gewählten Auftrag neu starten</translation>
    </message>
    <message>
        <source>&amp;Clear past jobs</source>
        <translation>&amp;Vergangene entfernen</translation>
    </message>
    <message>
        <source>Remove the jobs that are over from this list</source>
        <translation>Beendete Aufträge aus dieser Liste entfernen</translation>
    </message>
    <message>
        <source>Log of the chosen job</source>
        <translation>Protokoll des gewählten Auftrags</translation>
    </message>
    <message>
        <source>The chosen job&apos;s messages appear here.</source>
        <translation>Hier erscheinen die Meldungen des gewählten Auftrags.</translation>
    </message>
</context>
<context>
    <name>cf::ui::MainWindow</name>
    <message>
        <source>Reading %1</source>
        <translation>%1 wird gelesen</translation>
    </message>
    <message>
        <source>The project&apos;s pictures are not at %1 any more. If they were moved, say where they are now; everything else in the project stays.</source>
        <translation>Die Bilder des Projekts liegen nicht mehr unter %1. Wurden sie verschoben, geben Sie an, wo sie jetzt sind; alles andere im Projekt bleibt.</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>Unter %1 ist nichts.</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>Bildordner</translation>
    </message>
    <message>
        <source>Folder for the project</source>
        <translation>Ordner für das Projekt</translation>
    </message>
    <message>
        <source>Project folder</source>
        <translation>Projektordner</translation>
    </message>
    <message>
        <source>Where are the pictures now?</source>
        <translation>Wo sind die Bilder jetzt?</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>Es laufen Aufträge</translation>
    </message>
    <message>
        <source>Stop the running jobs and quit? What they have finished is kept.</source>
        <translation>Laufende Aufträge anhalten und beenden? Was fertig ist, bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>Anhalten und beenden</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>Weiterarbeiten</translation>
    </message>
    <message>
        <source>Stopping the jobs...</source>
        <translation>Aufträge werden angehalten...</translation>
    </message>
    <message>
        <source>CostFilter Studio</source>
        <translation>CostFilter Studio</translation>
    </message>
    <message>
        <source>%1 - CostFilter Studio</source>
        <translation>%1 - CostFilter Studio</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message numerus="yes">
        <source> (%n more)</source>
        <translation>
            <numerusform> (%n weiterer)</numerusform>
            <numerusform> (%n weitere)</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>Noch nichts geöffnet</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>Navigation</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>Fortschritt des laufenden Auftrags</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>&amp;Inspektion</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>&amp;Sprache (Language)</translation>
    </message>
</context>
<context>
    <name>cf::ui::MetricTable</name>
    <message>
        <source>baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>with filter</source>
        <translation>mit Filter</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>Gewinn</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Metrics by category, in per cent</source>
        <translation>Kennzahlen je Kategorie, in Prozent</translation>
    </message>
    <message>
        <source>Copy as CSV</source>
        <translation>Als CSV kopieren</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>Als Markdown kopieren</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>Als LaTeX kopieren</translation>
    </message>
</context>
<context>
    <name>cf::ui::NoisePanel</name>
    <message>
        <source>, overlap %L1 %</source>
        <translation>, Überlappung %L1 %</translation>
    </message>
    <message>
        <source>normal pixels</source>
        <translation>normale Pixel</translation>
    </message>
    <message>
        <source>defect pixels</source>
        <translation>Defektpixel</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>Überlappung</translation>
    </message>
    <message>
        <source>this stage</source>
        <translation>diese Stufe</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Rauschunterdrückung</translation>
    </message>
    <message>
        <source>Stage from matching cost to fused map</source>
        <translation>Stufe von den Matching-Kosten zur fusionierten Karte</translation>
    </message>
    <message>
        <source>From the raw matching cost to the fused map</source>
        <translation>Von den rohen Matching-Kosten zur fusionierten Karte</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>density</source>
        <translation>Dichte</translation>
    </message>
    <message>
        <source>Densities of normal and defect pixels</source>
        <translation>Dichten normaler und defekter Pixel</translation>
    </message>
    <message>
        <source>Needs a picture with a marked defect.</source>
        <translation>Braucht ein Bild mit markiertem Defekt.</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>Stufe</translation>
    </message>
    <message>
        <source>overlap, 0 to 1</source>
        <translation>Überlappung, 0 bis 1</translation>
    </message>
    <message>
        <source>Overlap of the densities along the stages</source>
        <translation>Überlappung der Dichten über die Stufen</translation>
    </message>
    <message>
        <source>How far normal and defect pixels are told apart.</source>
        <translation>Wie gut normale Pixel und Defektpixel getrennt sind.</translation>
    </message>
</context>
<context>
    <name>cf::ui::Session</name>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>%1 anlegen</translation>
    </message>
    <message>
        <source>Find the pictures in %1</source>
        <translation>Bilder in %1 suchen</translation>
    </message>
    <message>
        <source>Make the sample pictures</source>
        <translation>Beispielbilder erzeugen</translation>
    </message>
    <message>
        <source>Read the scores of run %1</source>
        <translation>Scores von Lauf %1 lesen</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShortcutEditor</name>
    <message>
        <source>Edit shortcuts</source>
        <translation>Tastenkürzel bearbeiten</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>Aktionen suchen</translation>
    </message>
    <message>
        <source>Actions and their shortcuts</source>
        <translation>Aktionen und ihre Tastenkürzel</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>Neues Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>&amp;Zuweisen</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>&amp;Standard</translation>
    </message>
    <message>
        <source>&amp;New shortcut:</source>
        <translation>&amp;Neues Tastenkürzel:</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>Von Ihnen geändert</translation>
    </message>
    <message>
        <source>⚠ Already used by %1, which will lose it.</source>
        <translation>⚠ Schon für %1 vergeben; dort entfällt es.</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
</context>
<context>
    <name>cf::ui::StartPage</name>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>Noch nichts geöffnet.</translation>
    </message>
    <message>
        <source>CostFilter Studio</source>
        <translation>CostFilter Studio</translation>
    </message>
    <message>
        <source>Finds surface defects by comparing a picture with normal ones, and filters the noise out of that comparison. Drop a folder of pictures here to begin.</source>
        <translation>Findet Oberflächendefekte, indem ein Bild mit normalen Bildern verglichen und das Rauschen aus diesem Vergleich herausgefiltert wird. Ziehen Sie zum Anfangen einen Bildordner hierher.</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Recent projects and folders</source>
        <translation>Zuletzt geöffnete Projekte und Ordner</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>Alle vergessen</translation>
    </message>
    <message>
        <source>Empty this list; the files stay</source>
        <translation>Diese Liste leeren; die Dateien bleiben</translation>
    </message>
</context>
<context>
    <name>cf::ui::ThumbnailDelegate</name>
    <message>
        <source>Cannot be read</source>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainForm</name>
    <message>
        <source>&amp;Quick</source>
        <translation>&amp;Schnell</translation>
    </message>
    <message>
        <source>A first impression, a third of the time.</source>
        <translation>Ein erster Eindruck in einem Drittel der Zeit.</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>&amp;Ausgewogen</translation>
    </message>
    <message>
        <source>The best result on a computer without a GPU.</source>
        <translation>Das beste Ergebnis auf einem Rechner ohne GPU.</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Veröffentlichung</translation>
    </message>
    <message>
        <source>The published network and schedule; hours on a GPU, days without one.</source>
        <translation>Netz und Ablauf wie veröffentlicht; Stunden mit GPU, Tage ohne.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Templates per picture (N)</source>
        <translation>Vorlagen je Bild (N)</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>Epochen</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>Batchgröße</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Startwert (Seed)</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>Gerät</translation>
    </message>
    <message>
        <source>Threads</source>
        <translation>Threads</translation>
    </message>
    <message>
        <source>Folder of textures</source>
        <translation>Texturordner</translation>
    </message>
    <message numerus="yes">
        <source>%n normal picture(s) to train on</source>
        <translation>
            <numerusform>%n normales Bild zum Trainieren</numerusform>
            <numerusform>%n normale Bilder zum Trainieren</numerusform>
        </translation>
    </message>
    <message>
        <source>No pictures are open yet.</source>
        <translation>Es sind noch keine Bilder geöffnet.</translation>
    </message>
    <message>
        <source>Tick at least one category.</source>
        <translation>Kreuzen Sie mindestens eine Kategorie an.</translation>
    </message>
    <message>
        <source>“%1” has no normal pictures to learn from; put good ones into its train/good folder.</source>
        <translation>„%1“ hat keine normalen Bilder zum Lernen; legen Sie gute in den Ordner train/good der Kategorie.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has only %n normal picture(s); with fewer than 20 the result is a matter of luck.</source>
        <translation>
            <numerusform>„%1“ hat nur %n normales Bild; mit weniger als 20 ist das Ergebnis Glückssache.</numerusform>
            <numerusform>„%1“ hat nur %n normale Bilder; mit weniger als 20 ist das Ergebnis Glückssache.</numerusform>
        </translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation>Was gelernt wird</translation>
    </message>
    <message>
        <source>Categories to train on</source>
        <translation>Kategorien für das Training</translation>
    </message>
    <message>
        <source>How thoroughly</source>
        <translation>Wie gründlich</translation>
    </message>
    <message>
        <source>Expert settings</source>
        <translation>Experteneinstellungen</translation>
    </message>
    <message>
        <source>nearest: most alike, for each picture</source>
        <translation>nächste: ähnlichste, je Bild</translation>
    </message>
    <message>
        <source>random: the same for all pictures</source>
        <translation>zufällig: für alle Bilder gleich</translation>
    </message>
    <message>
        <source>k-centre: those that cover the normals</source>
        <translation>k-Center: decken die Normalen ab</translation>
    </message>
    <message>
        <source>from the profile</source>
        <translation>aus dem Profil</translation>
    </message>
    <message>
        <source>one per core</source>
        <translation>einer je Kern</translation>
    </message>
    <message>
        <source>made by the program</source>
        <translation>vom Programm erzeugt</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainPage</name>
    <message>
        <source>Go on with run %1</source>
        <translation>Lauf %1 fortsetzen</translation>
    </message>
    <message>
        <source>Train on %1</source>
        <translation>Auf %1 trainieren</translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation>Das Training ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Evaluate run %1</source>
        <translation>Lauf %1 auswerten</translation>
    </message>
    <message>
        <source>The model is trained, but could not be tested.</source>
        <translation>Das Modell ist trainiert, konnte aber nicht getestet werden.</translation>
    </message>
    <message>
        <source>score on held-out synthetic defects</source>
        <translation>Score auf zurückgehaltenen künstlichen Defekten</translation>
    </message>
    <message>
        <source>learning rate (peak %1)</source>
        <translation>Lernrate (Spitze %1)</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Training &amp;starten</translation>
    </message>
    <message>
        <source>Create a &amp;project to train...</source>
        <translation>&amp;Projekt zum Trainieren anlegen...</translation>
    </message>
    <message>
        <source>, %L1 of %L2</source>
        <translation>, %L1 von %L2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Stopped. Everything up to the last step is kept.</source>
        <translation>Angehalten. Alles bis zum letzten Schritt bleibt erhalten.</translation>
    </message>
    <message>
        <source>The filter is trained and tested.</source>
        <translation>Der Filter ist trainiert und getestet.</translation>
    </message>
    <message>
        <source>Training needs normal pictures only; defects are invented on them. The test pictures are looked at once, at the end.</source>
        <translation>Das Training braucht nur normale Bilder; Defekte werden künstlich darauf erzeugt. Die Testbilder werden nur einmal, am Ende, herangezogen.</translation>
    </message>
    <message>
        <source>S&amp;top and keep</source>
        <translation>&amp;Anhalten und behalten</translation>
    </message>
    <message>
        <source>End here; what is learned so far is kept, and training can go on later</source>
        <translation>Hier beenden; das Gelernte bleibt erhalten, das Training kann später weitergehen</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Losses (mean of %1 steps)</source>
        <translation>Verluste (Mittel über %1 Schritte)</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>Validierung</translation>
    </message>
    <message>
        <source>Test pictures, in per cent</source>
        <translation>Testbilder, in Prozent</translation>
    </message>
    <message>
        <source>What next: look at single pictures under Inspect; add more normal pictures where clean surfaces light up.</source>
        <translation>Wie weiter: einzelne Bilder unter Inspektion ansehen; wo saubere Oberflächen aufleuchten, mehr normale Bilder hinzufügen.</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>Verlust</translation>
    </message>
    <message>
        <source>The losses appear here while it learns.</source>
        <translation>Die Verluste erscheinen hier während des Lernens.</translation>
    </message>
    <message>
        <source>score, 0 to 1</source>
        <translation>Score, 0 bis 1</translation>
    </message>
    <message>
        <source>The score on held-out synthetic defects appears here.</source>
        <translation>Hier erscheint der Score auf zurückgehaltenen künstlichen Defekten.</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
</context>
<context>
    <name>errorText</name>
    <message>
        <source>Something that is needed is not there.</source>
        <translation>Etwas Benötigtes fehlt.</translation>
    </message>
    <message>
        <source>This cannot be done as asked.</source>
        <translation>Das ist so nicht möglich.</translation>
    </message>
    <message>
        <source>The pictures cannot be used as they are.</source>
        <translation>Die Bilder sind so nicht verwendbar.</translation>
    </message>
    <message>
        <source>A file is not what it should be.</source>
        <translation>Eine Datei hat nicht den erwarteten Inhalt.</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>Das steht hier nicht zur Verfügung.</translation>
    </message>
    <message>
        <source>The place cannot be written; choose another.</source>
        <translation>Der Ort ist nicht beschreibbar; wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>The disk is full; free some space and retry.</source>
        <translation>Der Datenträger ist voll; schaffen Sie Platz und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>The memory is not enough; use a smaller batch and retry.</source>
        <translation>Der Speicher reicht nicht; wählen Sie eine kleinere Batchgröße und versuchen Sie es erneut.</translation>
    </message>
    <message>
        <source>It was written by a newer version; update the program.</source>
        <translation>Es wurde von einer neueren Version geschrieben; aktualisieren Sie das Programm.</translation>
    </message>
    <message>
        <source>It failed while running.</source>
        <translation>Es ist während der Ausführung fehlgeschlagen.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Anomaly inspection by cost volume filtering</source>
        <translation>Anomalieprüfung durch Filterung des Kostenvolumens</translation>
    </message>
    <message>
        <source>A project, or a folder of pictures</source>
        <translation>Ein Projekt oder ein Bildordner</translation>
    </message>
</context>
<context>
    <name>stageName</name>
    <message>
        <source>Matching cost, layer %1</source>
        <translation>Matching-Kosten, Schicht %1</translation>
    </message>
    <message>
        <source>Baseline map</source>
        <translation>Baseline-Karte</translation>
    </message>
    <message>
        <source>RCSA heatmap, %1</source>
        <translation>RCSA-Heatmap, %1</translation>
    </message>
    <message>
        <source>Network output</source>
        <translation>Netzausgabe</translation>
    </message>
    <message>
        <source>Filtered map</source>
        <translation>Gefilterte Karte</translation>
    </message>
    <message>
        <source>Fused map</source>
        <translation>Fusionierte Karte</translation>
    </message>
</context>
</TS>
