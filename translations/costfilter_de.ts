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
        <translation>Bilde&amp;r öffnen...</translation>
    </message>
    <message>
        <source>Only look at a folder of pictures; nothing is written</source>
        <translation>Einen Bildordner nur ansehen; es wird nichts geschrieben</translation>
    </message>
    <message>
        <source>&amp;Try the demo</source>
        <translation>Demo a&amp;usprobieren</translation>
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
    <message>
        <source>Edit</source>
        <translation>Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Take back the last change on this page</source>
        <translation>Die letzte Änderung auf dieser Seite zurücknehmen</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederherstellen</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>&amp;Trainieren</translation>
    </message>
    <message>
        <source>Begin with the choices on the Train page</source>
        <translation>Mit den Angaben auf der Seite Training beginnen</translation>
    </message>
    <message>
        <source>T&amp;est the trained filter</source>
        <translation>Trainierten &amp;Filter testen</translation>
    </message>
    <message>
        <source>Score the test pictures with the run that is shown</source>
        <translation>Die Testbilder mit dem gezeigten Lauf bewerten</translation>
    </message>
    <message>
        <source>&amp;Report...</source>
        <translation>&amp;Bericht...</translation>
    </message>
    <message>
        <source>Save figures, curves and pictures of the run that is shown as a web page or PDF</source>
        <translation>Kennzahlen, Kurven und Bilder des gezeigten Laufs als Webseite oder PDF speichern</translation>
    </message>
    <message>
        <source>&amp;Split view</source>
        <translation>Ge&amp;teilte Ansicht</translation>
    </message>
    <message>
        <source>Two maps in one view, with a handle between them</source>
        <translation>Zwei Karten in einer Ansicht, mit einem Griff dazwischen</translation>
    </message>
    <message>
        <source>Pr&amp;ofile line</source>
        <translation>&amp;Profillinie</translation>
    </message>
    <message>
        <source>The values of all maps along a line; drag with Shift</source>
        <translation>Die Werte aller Karten entlang einer Linie; mit Umschalt ziehen</translation>
    </message>
    <message>
        <source>&amp;Export what is seen...</source>
        <translation>&amp;Ansicht exportieren...</translation>
    </message>
    <message>
        <source>Save the views as PNG, SVG or PDF</source>
        <translation>Die Ansichten als PNG, SVG oder PDF speichern</translation>
    </message>
    <message>
        <source>Export maps as T&amp;IFF...</source>
        <translation>Karten als TI&amp;FF exportieren...</translation>
    </message>
    <message>
        <source>Save the values of maps as 32-bit float pictures</source>
        <translation>Die Werte der Karten als Bilder mit 32-Bit-Gleitkommazahlen speichern</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>Analyse</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>Läufe</translation>
    </message>
    <message>
        <source>Report of these &amp;pictures...</source>
        <translation>Bericht über diese B&amp;ilder...</translation>
    </message>
    <message>
        <source>Save the pictures that are selected on the Dataset page, or listed on the Analyse page, with their maps</source>
        <translation>Die auf der Seite Datensatz ausgewählten oder auf der Seite Analyse aufgelisteten Bilder mit ihren Karten speichern</translation>
    </message>
    <message>
        <source>&amp;Add another method&apos;s maps...</source>
        <translation>Karten eines anderen Verfahrens &amp;hinzufügen...</translation>
    </message>
    <message>
        <source>Measure a folder of score maps on the test pictures and keep it as a run, to compare with</source>
        <translation>Einen Ordner mit Anomaliekarten der Testbilder messen und als Lauf zum Vergleichen behalten</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>&amp;Auswahl</translation>
    </message>
    <message>
        <source>Choose shapes, move them and their corners</source>
        <translation>Formen auswählen, sie und ihre Ecken verschieben</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>&amp;Polygon</translation>
    </message>
    <message>
        <source>Draw an outline corner by corner</source>
        <translation>Einen Umriss Ecke für Ecke zeichnen</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>&amp;Rechteck</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>Ein Rechteck aufziehen</translation>
    </message>
    <message>
        <source>&amp;Ellipse</source>
        <translation>&amp;Ellipse</translation>
    </message>
    <message>
        <source>Drag an ellipse</source>
        <translation>Eine Ellipse aufziehen</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>P&amp;insel</translation>
    </message>
    <message>
        <source>Paint the pixels of a mask</source>
        <translation>Die Pixel einer Maske malen</translation>
    </message>
    <message>
        <source>Er&amp;aser</source>
        <translation>Ra&amp;dierer</translation>
    </message>
    <message>
        <source>Take pixels away</source>
        <translation>Pixel wegnehmen</translation>
    </message>
    <message>
        <source>&amp;Wand</source>
        <translation>&amp;Zauberstab</translation>
    </message>
    <message>
        <source>Take the area that the map shows around a place</source>
        <translation>Den Bereich nehmen, den die Karte um eine Stelle herum zeigt</translation>
    </message>
    <message>
        <source>Cut-&amp;out</source>
        <translation>&amp;Freistellen</translation>
    </message>
    <message>
        <source>Find what stands out within a box</source>
        <translation>In einem Rahmen finden, was sich abhebt</translation>
    </message>
    <message>
        <source>&amp;Map to mask</source>
        <translation>&amp;Karte zu Maske</translation>
    </message>
    <message>
        <source>Make shapes of all that the map shows from the threshold on</source>
        <translation>Aus allem, was die Karte ab dem Schwellenwert zeigt, Formen machen</translation>
    </message>
    <message>
        <source>&amp;Delete shapes</source>
        <translation>Formen &amp;löschen</translation>
    </message>
    <message>
        <source>Delete the selected shapes</source>
        <translation>Die ausgewählten Formen löschen</translation>
    </message>
    <message>
        <source>D&amp;uplicate shapes</source>
        <translation>Formen &amp;duplizieren</translation>
    </message>
    <message>
        <source>Copy the selected shapes beside themselves</source>
        <translation>Die ausgewählten Formen neben sich selbst kopieren</translation>
    </message>
    <message>
        <source>Select a&amp;ll shapes</source>
        <translation>&amp;Alle Formen auswählen</translation>
    </message>
    <message>
        <source>Undo on this s&amp;hape</source>
        <translation>&amp;Rückgängig für diese Form</translation>
    </message>
    <message>
        <source>Take back the last change of the selected shape alone</source>
        <translation>Nur die letzte Änderung der ausgewählten Form zurücknehmen</translation>
    </message>
    <message>
        <source>Redo on th&amp;is shape</source>
        <translation>&amp;Wiederherstellen für diese Form</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>Kleinerer Pinsel</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>Größerer Pinsel</translation>
    </message>
    <message>
        <source>Class &amp;1</source>
        <translation>Klasse &amp;1</translation>
    </message>
    <message>
        <source>Class &amp;2</source>
        <translation>Klasse &amp;2</translation>
    </message>
    <message>
        <source>Class &amp;3</source>
        <translation>Klasse &amp;3</translation>
    </message>
    <message>
        <source>Class &amp;4</source>
        <translation>Klasse &amp;4</translation>
    </message>
    <message>
        <source>Class &amp;5</source>
        <translation>Klasse &amp;5</translation>
    </message>
    <message>
        <source>Class &amp;6</source>
        <translation>Klasse &amp;6</translation>
    </message>
    <message>
        <source>Class &amp;7</source>
        <translation>Klasse &amp;7</translation>
    </message>
    <message>
        <source>Class &amp;8</source>
        <translation>Klasse &amp;8</translation>
    </message>
    <message>
        <source>Class &amp;9</source>
        <translation>Klasse &amp;9</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>&amp;Copy to next picture</source>
        <translation>Auf nächstes Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>The selected shapes, or all, on the next picture, too</source>
        <translation>Die ausgewählten Formen, sonst alle, auch auf das nächste Bild übertragen</translation>
    </message>
    <message>
        <source>&amp;Import shapes...</source>
        <translation>Formen &amp;importieren...</translation>
    </message>
    <message>
        <source>Take shapes from files of other programs: labelme, COCO, YOLO, masks, tables</source>
        <translation>Formen aus Dateien anderer Programme übernehmen: labelme, COCO, YOLO, Masken, Tabellen</translation>
    </message>
    <message>
        <source>&amp;Export shapes...</source>
        <translation>Formen &amp;exportieren...</translation>
    </message>
    <message>
        <source>Write all shapes of the project into files of other programs</source>
        <translation>Alle Formen des Projekts in Dateien anderer Programme schreiben</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>&amp;Schließen</translation>
    </message>
    <message>
        <source>Close this window; everything is saved</source>
        <translation>Dieses Fenster schließen; alles ist gespeichert</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>Show or hide the &amp;shapes</source>
        <translation>&amp;Formen ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Annotate this pict&amp;ure...</source>
        <translation>Dieses &amp;Bild annotieren...</translation>
    </message>
    <message>
        <source>Draw the defects of this picture, by hand or from the map, in a window of its own</source>
        <translation>Die Defekte dieses Bildes in einem eigenen Fenster einzeichnen, von Hand oder aus der Karte</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>Prüfung</translation>
    </message>
    <message>
        <source>&amp;Accept (OK)</source>
        <translation>&amp;Annehmen (OK)</translation>
    </message>
    <message>
        <source>Accept the picture and go to the next</source>
        <translation>Das Bild annehmen und zum nächsten gehen</translation>
    </message>
    <message>
        <source>&amp;Reject (NG)</source>
        <translation>Ab&amp;lehnen (NG)</translation>
    </message>
    <message>
        <source>Reject the picture without a reason</source>
        <translation>Das Bild ohne Grund ablehnen</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>&amp;Unsicher</translation>
    </message>
    <message>
        <source>Leave the picture to others</source>
        <translation>Das Bild anderen überlassen</translation>
    </message>
    <message>
        <source>Reject for reason 1</source>
        <translation>Ablehnen aus Grund 1</translation>
    </message>
    <message>
        <source>Reject for reason 2</source>
        <translation>Ablehnen aus Grund 2</translation>
    </message>
    <message>
        <source>Reject for reason 3</source>
        <translation>Ablehnen aus Grund 3</translation>
    </message>
    <message>
        <source>Reject for reason 4</source>
        <translation>Ablehnen aus Grund 4</translation>
    </message>
    <message>
        <source>Reject for reason 5</source>
        <translation>Ablehnen aus Grund 5</translation>
    </message>
    <message>
        <source>Reject for reason 6</source>
        <translation>Ablehnen aus Grund 6</translation>
    </message>
    <message>
        <source>Reject for reason 7</source>
        <translation>Ablehnen aus Grund 7</translation>
    </message>
    <message>
        <source>Reject for reason 8</source>
        <translation>Ablehnen aus Grund 8</translation>
    </message>
    <message>
        <source>Reject for reason 9</source>
        <translation>Ablehnen aus Grund 9</translation>
    </message>
    <message>
        <source>Next un&amp;decided picture</source>
        <translation>Nächstes &amp;offenes Bild</translation>
    </message>
    <message>
        <source>Previous undec&amp;ided picture</source>
        <translation>Voriges o&amp;ffenes Bild</translation>
    </message>
    <message>
        <source>Show or hide the &amp;map</source>
        <translation>&amp;Karte ein- oder ausblenden</translation>
    </message>
    <message>
        <source>Show or hide the map; hold H to hide it for a moment</source>
        <translation>Karte ein- oder ausblenden; H gedrückt halten blendet sie kurz aus</translation>
    </message>
    <message>
        <source>&amp;Choose a reviewer...</source>
        <translation>&amp;Prüfer wählen...</translation>
    </message>
    <message>
        <source>Who decides from now on</source>
        <translation>Wer ab jetzt entscheidet</translation>
    </message>
    <message>
        <source>R&amp;easons of a rejection...</source>
        <translation>Ablehnungsg&amp;ründe...</translation>
    </message>
    <message>
        <source>E&amp;xport the decisions...</source>
        <translation>Entscheidungen e&amp;xportieren...</translation>
    </message>
    <message>
        <source>Save the whole trail as CSV or JSON</source>
        <translation>Das ganze Protokoll als CSV oder JSON speichern</translation>
    </message>
    <message>
        <source>&amp;Verify the trail</source>
        <translation>Pro&amp;tokoll prüfen</translation>
    </message>
    <message>
        <source>Check that no decision was changed, left out or moved</source>
        <translation>Prüfen, dass keine Entscheidung geändert, ausgelassen oder verschoben wurde</translation>
    </message>
    <message>
        <source>Report of a &amp;shift...</source>
        <translation>Bericht einer &amp;Schicht...</translation>
    </message>
    <message>
        <source>What was decided in a time or on a lot, with costs, agreement and the worst escapes, as PDF, web page or tables</source>
        <translation>Was in einer Zeit oder an einem Los entschieden wurde, mit Kosten, Übereinstimmung und dem schlimmsten Schlupf, als PDF, Webseite oder Tabellen</translation>
    </message>
    <message>
        <source>Take back the last change of this picture&apos;s shapes, then the last import</source>
        <translation>Die letzte Änderung an den Formen dieses Bildes zurücknehmen, danach den letzten Import</translation>
    </message>
    <message>
        <source>Take as norma&amp;l...</source>
        <translation>Als nor&amp;mal übernehmen...</translation>
    </message>
    <message>
        <source>A false alarm: make the picture a normal of the model, without training; asks first</source>
        <translation>Ein Fehlalarm: das Bild ohne Training zu einem normalen Bild des Modells machen; fragt vorher</translation>
    </message>
    <message>
        <source>Annotate this picture...</source>
        <translation>Dieses Bild annotieren...</translation>
    </message>
    <message>
        <source>Pictures &amp;taken as normal...</source>
        <translation>Als normal übernommene &amp;Bilder...</translation>
    </message>
    <message>
        <source>What the model was given after its training, to look at or take away</source>
        <translation>Was das Modell nach seinem Training bekam, zum Ansehen oder Wegnehmen</translation>
    </message>
</context>
<context>
    <name>AnalysisText</name>
    <message>
        <source>baseline</source>
        <translation>Baseline</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>fusioniert</translation>
    </message>
    <message>
        <source>other method</source>
        <translation>andere Methode</translation>
    </message>
    <message>
        <source>Baseline (before the filter)</source>
        <translation>Baseline (vor dem Filter)</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Gefiltert</translation>
    </message>
    <message>
        <source>Fused (baseline and filtered)</source>
        <translation>Fusioniert (Baseline und gefiltert)</translation>
    </message>
    <message>
        <source>Other method&apos;s maps</source>
        <translation>Karten der anderen Methode</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <translation>%1–%2 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>There are no good pictures: false rejects cannot be known.</source>
        <translation>Es gibt keine guten Bilder: Pseudofehler lassen sich nicht bestimmen.</translation>
    </message>
    <message>
        <source>Good pictures: only %1.</source>
        <translation>Gute Bilder: nur %1.</translation>
    </message>
    <message>
        <source>There are no defective pictures: what escapes cannot be known.</source>
        <translation>Es gibt keine defekten Bilder: der Schlupf lässt sich nicht bestimmen.</translation>
    </message>
    <message>
        <source>Defective pictures: only %1.</source>
        <translation>Defekte Bilder: nur %1.</translation>
    </message>
    <message>
        <source>Trust the intervals, not the single numbers; a few more pictures may move the threshold.</source>
        <translation>Verlassen Sie sich auf die Intervalle, nicht auf einzelne Zahlen; wenige weitere Bilder können den Schwellenwert verschieben.</translation>
    </message>
    <message>
        <source>This rule needs good pictures, and the test set has none.</source>
        <translation>Diese Regel braucht gute Bilder, und der Testsatz enthält keine.</translation>
    </message>
    <message>
        <source>This rule needs defective pictures, and the test set has none.</source>
        <translation>Diese Regel braucht defekte Bilder, und der Testsatz enthält keine.</translation>
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
    <name>Preflight</name>
    <message>
        <source>“%1” has no normal pictures to learn from; put good ones into its train/good folder.</source>
        <translation>„%1“ hat keine normalen Bilder zum Lernen; legen Sie gute in den Ordner train/good.</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has only %n normal picture(s); with fewer than 20 the result is a matter of luck.</source>
        <translation>
            <numerusform>„%1“ hat nur %n normales Bild; mit weniger als 20 ist das Ergebnis Glückssache.</numerusform>
            <numerusform>„%1“ hat nur %n normale Bilder; mit weniger als 20 ist das Ergebnis Glückssache.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n normal picture(s) to learn from.</source>
        <translation>
            <numerusform>%n normales Bild zum Lernen.</numerusform>
            <numerusform>%n normale Bilder zum Lernen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be written to %1; choose another place for the project, or give yourself the right to write there.</source>
        <translation>In %1 kann nicht geschrieben werden; wählen Sie einen anderen Ort für das Projekt, oder geben Sie sich dort Schreibrechte.</translation>
    </message>
    <message>
        <source>The training needs about %1 MB on the disk, %2 MB are free; free some space.</source>
        <translation>Das Training braucht etwa %1 MB auf dem Datenträger, frei sind %2 MB; schaffen Sie Platz.</translation>
    </message>
    <message>
        <source>There is room on the disk.</source>
        <translation>Auf dem Datenträger ist Platz.</translation>
    </message>
    <message>
        <source>The training needs about %1 GB of memory and this computer has %2 GB: it may become slow or break off.</source>
        <translation>Das Training braucht etwa %1 GB Arbeitsspeicher, dieser Rechner hat %2 GB: Es kann langsam werden oder abbrechen.</translation>
    </message>
    <message>
        <source>There is enough memory.</source>
        <translation>Der Arbeitsspeicher reicht.</translation>
    </message>
    <message>
        <source>The feature network is there.</source>
        <translation>Das Merkmalsnetz ist vorhanden.</translation>
    </message>
</context>
<context>
    <name>cf::ui::AddedNormalsDialog</name>
    <message>
        <source>Pictures taken as normal</source>
        <translation>Als normal übernommene Bilder</translation>
    </message>
    <message>
        <source>The model has only the normals that it was trained with. Take as normal, in the Review menu, gives it the picture that is seen.</source>
        <translation>Das Modell hat nur die normalen Bilder, mit denen es trainiert wurde. „Als normal übernehmen“ im Menü „Prüfung“ gibt ihm das gezeigte Bild.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) became normals of the model after its training. The filter was not changed by that, and each can be taken away again.</source>
        <translation>
            <numerusform>%n Bild wurde nach dem Training ein normales Bild des Modells. Der Filter wurde dadurch nicht verändert, und das Bild lässt sich wieder wegnehmen.</numerusform>
            <numerusform>%n Bilder wurden nach dem Training normale Bilder des Modells. Der Filter wurde dadurch nicht verändert, und jedes lässt sich wieder wegnehmen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>Übernommen von</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>Übernommen am</translation>
    </message>
    <message>
        <source>&amp;Take away...</source>
        <translation>&amp;Wegnehmen...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>&amp;Schließen</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnalysePage</name>
    <message>
        <source>Analyse run %1</source>
        <translation>Lauf %1 analysieren</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>Run %1, %2</source>
        <translation>Lauf %1, %2</translation>
    </message>
    <message>
        <source>evaluated %1</source>
        <translation>ausgewertet am %1</translation>
    </message>
    <message>
        <source>left out because they have no label: %L1</source>
        <translation>ohne Kennzeichnung ausgelassen: %L1</translation>
    </message>
    <message>
        <source>Reading the evaluation</source>
        <translation>Auswertung wird gelesen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Stopped before the evaluation was read.</source>
        <translation>Angehalten, bevor die Auswertung gelesen war.</translation>
    </message>
    <message>
        <source>The test pictures of this evaluation have no labels: sort them into good and defective ones and evaluate again.</source>
        <translation>Die Testbilder dieser Auswertung haben keine Kennzeichnungen: sortieren Sie sie in gute und defekte und werten Sie erneut aus.</translation>
    </message>
    <message>
        <source>No evaluation yet. Train a filter first: it is tested at the end, and the result appears here.</source>
        <translation>Noch keine Auswertung. Trainieren Sie zuerst einen Filter: er wird am Ende getestet, und das Ergebnis erscheint hier.</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>Zum Training</translation>
    </message>
    <message>
        <source>Run %1 has no evaluation yet: its model was not tested.</source>
        <translation>Lauf %1 hat noch keine Auswertung: Sein Modell wurde nicht getestet.</translation>
    </message>
    <message>
        <source>Test it now</source>
        <translation>Jetzt testen</translation>
    </message>
    <message>
        <source>Read the thresholds</source>
        <translation>Schwellenwerte lesen</translation>
    </message>
    <message>
        <source>Keep the thresholds</source>
        <translation>Schwellenwerte ablegen</translation>
    </message>
    <message>
        <source>Good and defective</source>
        <translation>Gut und defekt</translation>
    </message>
    <message>
        <source>Pass, review, fail</source>
        <translation>Gut, prüfen, schlecht</translation>
    </message>
    <message>
        <source>Where defects sit</source>
        <translation>Wo Defekte liegen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with and are left out</source>
        <translation>
            <numerusform>mit %Ln Bild wurde trainiert, es bleibt außen vor</numerusform>
            <numerusform>mit %Ln Bildern wurde trainiert, sie bleiben außen vor</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::AnalysisView</name>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>A threshold judges pictures: choose the level Pictures to move it.</source>
        <translation>Ein Schwellenwert beurteilt Bilder: wählen Sie die Ebene Bilder, um ihn zu verschieben.</translation>
    </message>
    <message>
        <source>All categories share one threshold here; each one alone may do better.</source>
        <translation>Alle Kategorien teilen hier einen Schwellenwert; jede für sich kann besser abschneiden.</translation>
    </message>
    <message>
        <source>Expected cost of 1,000 parts: %L1</source>
        <translation>Erwartete Kosten für 1.000 Teile: %L1</translation>
    </message>
    <message>
        <source>Wrongly judged at the threshold %1: %2.</source>
        <translation>Beim Schwellenwert %1 falsch beurteilt: %2.</translation>
    </message>
    <message>
        <source>At the threshold %1, %2: %3.</source>
        <translation>Beim Schwellenwert %1, %2: %3.</translation>
    </message>
    <message>
        <source>Scores from %1 to %2: %3.</source>
        <translation>Scores von %1 bis %2: %3.</translation>
    </message>
    <message>
        <source>At the chosen point of the curve, score %1: %2.</source>
        <translation>Am gewählten Punkt der Kurve, Score %1: %2.</translation>
    </message>
    <message>
        <source>Choose the level Pictures to list pictures.</source>
        <translation>Wählen Sie die Ebene Bilder, um Bilder aufzulisten.</translation>
    </message>
    <message>
        <source>No picture. Click a cell of the matrix, a bar or a curve to list others.</source>
        <translation>Kein Bild. Ein Klick auf eine Zelle der Matrix, einen Balken oder eine Kurve listet andere auf.</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>Ebe&amp;ne</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>Kar&amp;te</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>Ebene</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>Pixel</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>At this threshold</source>
        <translation>Bei diesem Schwellenwert</translation>
    </message>
    <message>
        <source>Metrics by category</source>
        <translation>Kennzahlen je Kategorie</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotatePage</name>
    <message>
        <source>Make a project of these pictures first: what is drawn is kept in it.</source>
        <translation>Legen Sie zuerst ein Projekt aus diesen Bildern an: darin wird das Gezeichnete aufbewahrt.</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>%1 öffnen</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>Kopieren</translation>
    </message>
    <message>
        <source>Without a project nothing can be drawn.</source>
        <translation>Ohne Projekt lässt sich nichts zeichnen.</translation>
    </message>
    <message>
        <source>Not saved yet, it is tried again: %1</source>
        <translation>Noch nicht gespeichert, es wird erneut versucht: %1</translation>
    </message>
    <message>
        <source>Everything is saved in the project.</source>
        <translation>Alles ist im Projekt gespeichert.</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Wird gespeichert …</translation>
    </message>
    <message>
        <source>import</source>
        <translation>Import</translation>
    </message>
    <message>
        <source>Other pictures were drawn on since: take that back first.</source>
        <translation>Seitdem wurde auf anderen Bildern gezeichnet: Nehmen Sie das zuerst zurück.</translation>
    </message>
    <message>
        <source>%1 is called %2</source>
        <translation>%1 heißt %2</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotateWindow</name>
    <message>
        <source>&amp;Picture</source>
        <translation>B&amp;ild</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>&amp;Werkzeuge</translation>
    </message>
    <message>
        <source>S&amp;hapes</source>
        <translation>&amp;Formen</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>Annotieren</translation>
    </message>
    <message>
        <source>%1 - Annotate</source>
        <translation>%1 - Annotieren</translation>
    </message>
    <message>
        <source>Saving what was drawn...</source>
        <translation>Gezeichnetes wird gespeichert...</translation>
    </message>
    <message>
        <source>What was drawn is not saved</source>
        <translation>Gezeichnetes ist nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>What was drawn on %n picture(s) cannot be saved in the project.</source>
        <translation>
            <numerusform>Was auf %n Bild gezeichnet wurde, lässt sich nicht im Projekt speichern.</numerusform>
            <numerusform>Was auf %n Bildern gezeichnet wurde, lässt sich nicht im Projekt speichern.</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of classes cannot be saved in the project.</source>
        <translation>Die Liste der Klassen lässt sich nicht im Projekt speichern.</translation>
    </message>
    <message>
        <source>Save as &amp;labelme files elsewhere...</source>
        <translation>Als &amp;labelme-Dateien woanders speichern...</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>&amp;Bleiben</translation>
    </message>
    <message>
        <source>Folder for what could not be saved</source>
        <translation>Ordner für das, was nicht gespeichert werden konnte</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>In %1 gespeichert</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotationCanvas</name>
    <message>
        <source>threshold</source>
        <translation>Schwellenwert</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotationEditor</name>
    <message>
        <source>Searching… Esc stops it.</source>
        <translation>Suche läuft … Esc hält sie an.</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>&amp;Pinsel</translation>
    </message>
    <message>
        <source> px</source>
        <translation> px</translation>
    </message>
    <message>
        <source>Diameter of the brush</source>
        <translation>Durchmesser des Pinsels</translation>
    </message>
    <message>
        <source>In pixels of the picture; [ and ] or Alt and the wheel change it</source>
        <translation>In Bildpixeln; [ und ] oder Alt und das Mausrad ändern ihn</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>&amp;Klassen</translation>
    </message>
    <message>
        <source>&amp;Shapes</source>
        <translation>F&amp;ormen</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>Formen</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>Werkzeuge</translation>
    </message>
</context>
<context>
    <name>cf::ui::BoxTool</name>
    <message>
        <source>ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>Drag from corner to corner of the box around the ellipse; Esc cancels. Alt cuts it out of the selected shape.</source>
        <translation>Von Ecke zu Ecke des Rahmens um die Ellipse ziehen; Esc bricht ab. Alt schneidet sie aus der ausgewählten Form aus.</translation>
    </message>
    <message>
        <source>Drag from corner to corner; Esc cancels. Alt cuts the rectangle out of the selected shape.</source>
        <translation>Von Ecke zu Ecke ziehen; Esc bricht ab. Alt schneidet das Rechteck aus der ausgewählten Form aus.</translation>
    </message>
</context>
<context>
    <name>cf::ui::BrushTool</name>
    <message>
        <source>eraser</source>
        <translation>Radierer</translation>
    </message>
    <message>
        <source>brush</source>
        <translation>Pinsel</translation>
    </message>
    <message>
        <source>Drag to erase from the selected shape, or from the topmost one; [ and ] or Alt+wheel change the size.</source>
        <translation>Ziehen radiert an der ausgewählten Form oder an der obersten; [ und ] oder Alt+Mausrad ändern die Größe.</translation>
    </message>
    <message>
        <source>Drag to paint on the selected shape; Shift paints a new one, Alt erases; [ and ] or Alt+wheel change the size.</source>
        <translation>Ziehen malt an der ausgewählten Form; Umschalt malt eine neue, Alt radiert; [ und ] oder Alt+Mausrad ändern die Größe.</translation>
    </message>
</context>
<context>
    <name>cf::ui::CategoryTable</name>
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
        <source>In per cent, the best map in bold. A right click copies the table.</source>
        <translation>In Prozent, die beste Karte fett. Ein Rechtsklick kopiert die Tabelle.</translation>
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
    <name>cf::ui::ClassPanel</name>
    <message>
        <source>Classes</source>
        <translation>Klassen</translation>
    </message>
    <message>
        <source>The class of what is drawn next, and of the selected shapes; the digits 1 to 9 choose it, too</source>
        <translation>Die Klasse des als Nächstes Gezeichneten und der ausgewählten Formen; auch die Ziffern 1 bis 9 wählen sie</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>C&amp;olour…</source>
        <translation>Fa&amp;rbe …</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Off this list; shapes of the class keep its name</source>
        <translation>Aus dieser Liste; Formen der Klasse behalten ihren Namen</translation>
    </message>
    <message>
        <source>Name of a class, to be added or for the chosen one</source>
        <translation>Name einer Klasse, für eine neue oder für die gewählte</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>Neuer Name</translation>
    </message>
    <message>
        <source>A new class of this name</source>
        <translation>Eine neue Klasse dieses Namens</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>Umbe&amp;nennen</translation>
    </message>
    <message>
        <source>The chosen class, and its shapes on all pictures, get this name</source>
        <translation>Die gewählte Klasse und ihre Formen auf allen Bildern bekommen diesen Namen</translation>
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
    <name>cf::ui::CompareView</name>
    <message numerus="yes">
        <source>In per cent; the mean is over the %n categories that all runs were tested on</source>
        <translation>
            <numerusform>In Prozent; das Mittel gilt für die %n Kategorie, auf der alle Läufe getestet wurden</numerusform>
            <numerusform>In Prozent; das Mittel gilt für die %n Kategorien, auf denen alle Läufe getestet wurden</numerusform>
        </translation>
    </message>
    <message>
        <source>No category was tested by all of these runs, so there is no mean to compare</source>
        <translation>Keine Kategorie wurde mit allen diesen Läufen getestet, daher gibt es kein Mittel zum Vergleichen</translation>
    </message>
    <message numerus="yes">
        <source>; %n others are listed alone</source>
        <translation>
            <numerusform>; %n weitere ist einzeln aufgeführt</numerusform>
            <numerusform>; %n weitere sind einzeln aufgeführt</numerusform>
        </translation>
    </message>
    <message>
        <source>; not evaluated: %1</source>
        <translation>; nicht ausgewertet: %1</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>Alle Einstellungen sind gleich.</translation>
    </message>
    <message>
        <source>Refere&amp;nce</source>
        <translation>Re&amp;ferenz</translation>
    </message>
    <message>
        <source>The run that the others are compared with</source>
        <translation>Der Lauf, mit dem die anderen verglichen werden</translation>
    </message>
    <message>
        <source>Given &amp;threshold</source>
        <translation>Vorgegebener Sch&amp;wellenwert</translation>
    </message>
    <message>
        <source>One threshold for all runs, instead of each run&apos;s own at which F1 is best</source>
        <translation>Ein Schwellenwert für alle Läufe statt je Lauf der mit dem besten F1</translation>
    </message>
    <message>
        <source>Threshold for all runs</source>
        <translation>Schwellenwert für alle Läufe</translation>
    </message>
    <message>
        <source>Copy fi&amp;gures</source>
        <translation>Kennzahlen &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy the table of figures and differences</source>
        <translation>Die Tabelle der Kennzahlen und Unterschiede kopieren</translation>
    </message>
    <message>
        <source>as CSV</source>
        <translation>als CSV</translation>
    </message>
    <message>
        <source>as Markdown</source>
        <translation>als Markdown</translation>
    </message>
    <message>
        <source>as LaTeX</source>
        <translation>als LaTeX</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>Kennzahlen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>Figures of the runs and differences from the reference</source>
        <translation>Kennzahlen der Läufe und Unterschiede zur Referenz</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>Abweichende Einstellungen</translation>
    </message>
    <message>
        <source>step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>loss, mean of %1 steps</source>
        <translation>Verlust, Mittel über %1 Schritte</translation>
    </message>
    <message>
        <source>None of these runs has losses.</source>
        <translation>Keiner dieser Läufe hat Verluste.</translation>
    </message>
    <message>
        <source>Losses of the runs</source>
        <translation>Verluste der Läufe</translation>
    </message>
    <message>
        <source>score on held-out synthetic defects</source>
        <translation>Score auf zurückgehaltenen künstlichen Defekten</translation>
    </message>
    <message>
        <source>None of these runs was validated while it trained.</source>
        <translation>Keiner dieser Läufe wurde beim Training validiert.</translation>
    </message>
    <message>
        <source>Validation scores of the runs</source>
        <translation>Validierungs-Scores der Läufe</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with by one of the runs and count for none.</source>
        <translation>
            <numerusform>Mit %Ln Bild hat einer der Läufe trainiert, es zählt für keinen.</numerusform>
            <numerusform>Mit %Ln Bildern hat einer der Läufe trainiert, sie zählen für keinen.</numerusform>
        </translation>
    </message>
    <message>
        <source>For figures of pixels on the same pictures, evaluate the other runs again with --apart-from.</source>
        <translation>Für Pixel-Kennzahlen auf denselben Bildern werten Sie die anderen Läufe noch einmal mit --apart-from aus.</translation>
    </message>
</context>
<context>
    <name>cf::ui::ComparisonModel</name>
    <message>
        <source>anomalous</source>
        <translation>anomal</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>found</source>
        <translation>gefunden</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>Fehlalarm</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>unauffällig</translation>
    </message>
    <message>
        <source>%1 (reference)</source>
        <translation>%1 (Referenz)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>Kennzahl</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>as the program chooses</source>
        <translation>vom Programm gewählt</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>How far the score moved over the threshold, in standard deviations of each run&apos;s scores</source>
        <translation>Wie weit sich der Score über den Schwellenwert bewegt hat, in Standardabweichungen der Scores des jeweiligen Laufs</translation>
    </message>
    <message>
        <source>A double click in this column opens the picture with this run</source>
        <translation>Ein Doppelklick in dieser Spalte öffnet das Bild mit diesem Lauf</translation>
    </message>
</context>
<context>
    <name>cf::ui::ConfusionMatrix</name>
    <message>
        <source>rightly passed</source>
        <translation>zu Recht gut</translation>
    </message>
    <message>
        <source>false rejects</source>
        <translation>Pseudofehler</translation>
    </message>
    <message>
        <source>escapes</source>
        <translation>Schlupf</translation>
    </message>
    <message>
        <source>found defects</source>
        <translation>gefundene Defekte</translation>
    </message>
    <message>
        <source>judged good</source>
        <translation>als gut beurteilt</translation>
    </message>
    <message>
        <source>judged defective</source>
        <translation>als defekt beurteilt</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>Show these pictures</source>
        <translation>Diese Bilder zeigen</translation>
    </message>
</context>
<context>
    <name>cf::ui::CopyTable</name>
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
    <name>cf::ui::CostPanel</name>
    <message>
        <source>An esc&amp;ape costs</source>
        <translation>Ein &amp;Schlupf kostet</translation>
    </message>
    <message>
        <source>One defective part that passes, in any currency</source>
        <translation>Ein defektes Teil, das durchgeht, in beliebiger Währung</translation>
    </message>
    <message>
        <source>A false re&amp;ject costs</source>
        <translation>Ein Pseudo&amp;fehler kostet</translation>
    </message>
    <message>
        <source>One good part that is rejected, in the same currency</source>
        <translation>Ein gutes Teil, das aussortiert wird, in derselben Währung</translation>
    </message>
    <message>
        <source>A revie&amp;w costs</source>
        <translation>Eine &amp;Prüfung kostet</translation>
    </message>
    <message>
        <source>One look by a person, in the same currency</source>
        <translation>Ein Bild durch einen Menschen ansehen lassen, in derselben Währung</translation>
    </message>
    <message>
        <source>&amp;Defective parts</source>
        <translation>Def&amp;ekte Teile</translation>
    </message>
    <message>
        <source>Expected in production; the test set has far more of them</source>
        <translation>In der Produktion erwartet; der Testsatz enthält weit mehr davon</translation>
    </message>
    <message>
        <source>Reviewers &amp;miss</source>
        <translation>Prüfer übersehe&amp;n</translation>
    </message>
    <message>
        <source>Of the defective parts that they look at, so many pass by mistake</source>
        <translation>Von den defekten Teilen, die sie ansehen, gehen so viele irrtümlich durch</translation>
    </message>
    <message>
        <source>Reviewers reject wr&amp;ongly</source>
        <translation>Prüfer lehnen &amp;zu Unrecht ab</translation>
    </message>
    <message>
        <source>Of the good parts that they look at, so many are rejected by mistake</source>
        <translation>Von den guten Teilen, die sie ansehen, werden so viele irrtümlich aussortiert</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>&amp;Thresholds</source>
        <translation>Sch&amp;wellenwerte</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>Geringste Kosten</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>&amp;Pass below</source>
        <translation>&amp;Gut unter</translation>
    </message>
    <message>
        <source>A picture with a lower score passes without being looked at</source>
        <translation>Ein Bild mit einem niedrigeren Score geht ungeprüft durch</translation>
    </message>
    <message>
        <source>Fai&amp;l from</source>
        <translation>Schlech&amp;t ab</translation>
    </message>
    <message>
        <source>A picture with this score or a higher one is rejected without being looked at</source>
        <translation>Ein Bild mit diesem oder einem höheren Score wird ungeprüft aussortiert</translation>
    </message>
</context>
<context>
    <name>cf::ui::CoveragePanel</name>
    <message>
        <source>outlier, %1 from its nearest</source>
        <translation>Ausreißer, %1 vom nächsten entfernt</translation>
    </message>
    <message>
        <source>near-twin, %1 from its nearest</source>
        <translation>Beinahe-Duplikat, %1 vom nächsten entfernt</translation>
    </message>
    <message>
        <source>%1 from its nearest</source>
        <translation>%1 vom nächsten entfernt</translation>
    </message>
    <message>
        <source>%1, %2, %3. The plot shows %4 % of their differences.</source>
        <translation>%1, %2, %3. Das Diagramm zeigt %4 % ihrer Unterschiede.</translation>
    </message>
    <message numerus="yes">
        <source>%n normal pictures</source>
        <translation>
            <numerusform>%n normales Bild</numerusform>
            <numerusform>%n normale Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outliers</source>
        <translation>
            <numerusform>%n Ausreißer</numerusform>
            <numerusform>%n Ausreißer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near-twins</source>
        <translation>
            <numerusform>%n Beinahe-Duplikat</numerusform>
            <numerusform>%n Beinahe-Duplikate</numerusform>
        </translation>
    </message>
    <message>
        <source>No template is picked for this category yet.</source>
        <translation>Für diese Kategorie ist noch keine Vorlage gewählt.</translation>
    </message>
    <message>
        <source>Covering radius: a normal picture is %1 from its nearest template on average, %2 at most.</source>
        <translation>Überdeckungsradius: ein normales Bild ist im Mittel %1 von seiner nächsten Vorlage entfernt, höchstens %2.</translation>
    </message>
    <message>
        <source>Covering radius: a normal picture is %1 from the most alike other one on average, %2 at most.</source>
        <translation>Überdeckungsradius: ein normales Bild ist im Mittel %1 vom ähnlichsten anderen entfernt, höchstens %2.</translation>
    </message>
    <message>
        <source>How the templates cover the normals</source>
        <translation>Wie die Vorlagen die normalen Bilder abdecken</translation>
    </message>
    <message>
        <source>Suggest &amp;golden samples</source>
        <translation>&amp;Golden Samples vorschlagen</translation>
    </message>
    <message>
        <source>Picks N pictures that cover the normals, without outliers and near-twins</source>
        <translation>Wählt N Bilder, die die normalen abdecken, ohne Ausreißer und Beinahe-Duplikate</translation>
    </message>
    <message>
        <source>Show ou&amp;tliers</source>
        <translation>A&amp;usreißer zeigen</translation>
    </message>
    <message>
        <source>Selects the pictures that look unlike all others; a defect may have slipped in among the normals</source>
        <translation>Wählt die Bilder aus, die keinem anderen ähneln; vielleicht ist ein Defekt unter die normalen geraten</translation>
    </message>
    <message>
        <source>0 = looks the same. A template that covers little leaves normal variation to be taken for a defect.</source>
        <translation>0 = sieht gleich aus. Deckt eine Vorlage wenig ab, werden normale Abweichungen für einen Defekt gehalten.</translation>
    </message>
    <message>
        <source>Outlier: much farther from every other picture than usual, and drawn outside of them. Near-twin: adds nothing to an earlier picture.</source>
        <translation>Ausreißer: viel weiter von jedem anderen Bild entfernt als üblich und außerhalb der anderen gezeichnet. Beinahe-Duplikat: bringt gegenüber einem früheren Bild nichts Neues.</translation>
    </message>
</context>
<context>
    <name>cf::ui::CoverageView</name>
    <message>
        <source>Plot of the normal pictures</source>
        <translation>Diagramm der normalen Bilder</translation>
    </message>
    <message>
        <source>Pictures that look alike are near to each other; arrow keys go through them, Space takes one as a template</source>
        <translation>Ähnliche Bilder liegen nahe beieinander; die Pfeiltasten gehen sie durch, die Leertaste nimmt eines als Vorlage</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>normal</translation>
    </message>
    <message>
        <source>template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>Ausreißer</translation>
    </message>
    <message>
        <source>near-twin</source>
        <translation>Beinahe-Duplikat</translation>
    </message>
</context>
<context>
    <name>cf::ui::DataStep</name>
    <message>
        <source>no normal pictures to learn from</source>
        <translation>keine normalen Bilder zum Lernen</translation>
    </message>
    <message>
        <source>few normal pictures</source>
        <translation>wenige normale Bilder</translation>
    </message>
    <message numerus="yes">
        <source>%n files with a problem, see Dataset</source>
        <translation>
            <numerusform>%n Datei mit einem Problem, siehe Datensatz</numerusform>
            <numerusform>%n Dateien mit einem Problem, siehe Datensatz</numerusform>
        </translation>
    </message>
    <message>
        <source>in order</source>
        <translation>in Ordnung</translation>
    </message>
    <message>
        <source>No pictures are open yet: open a folder of pictures or a project on the start page.</source>
        <translation>Es sind noch keine Bilder geöffnet: öffnen Sie auf der Startseite einen Bildordner oder ein Projekt.</translation>
    </message>
    <message numerus="yes">
        <source>%n normal pictures</source>
        <translation>
            <numerusform>%n normales Bild</numerusform>
            <numerusform>%n normale Bilder</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n categories are learned by one filter.</source>
        <translation>
            <numerusform>aus %n Kategorie, für einen gemeinsamen Filter.</numerusform>
            <numerusform>aus %n Kategorien, für einen gemeinsamen Filter.</numerusform>
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
        <source>What should be learned?</source>
        <translation>Was soll gelernt werden?</translation>
    </message>
    <message>
        <source>Tick the categories. The filter learns from normal pictures only; defects are invented on them. The test pictures are looked at once, at the very end.</source>
        <translation>Kreuzen Sie die Kategorien an. Der Filter lernt nur von normalen Bildern; Defekte werden künstlich darauf erzeugt. Die Testbilder werden nur einmal, ganz am Ende, herangezogen.</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Normal pictures</source>
        <translation>Normale Bilder</translation>
    </message>
    <message>
        <source>Test: good</source>
        <translation>Test: gut</translation>
    </message>
    <message>
        <source>Test: defects</source>
        <translation>Test: Defekte</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>Bemerkungen</translation>
    </message>
    <message>
        <source>Categories to train on</source>
        <translation>Kategorien für das Training</translation>
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
    <message>
        <source>Open pictures...</source>
        <translation>Bilder öffnen...</translation>
    </message>
</context>
<context>
    <name>cf::ui::DefectsView</name>
    <message>
        <source>Ground truth</source>
        <translation>Ground Truth</translation>
    </message>
    <message>
        <source>Drawn in this project</source>
        <translation>In diesem Projekt gezeichnet</translation>
    </message>
    <message>
        <source>Maps of rejected pictures</source>
        <translation>Karten abgelehnter Bilder</translation>
    </message>
    <message>
        <source>The masks that came with the pictures</source>
        <translation>Die Masken, die mit den Bildern kamen</translation>
    </message>
    <message>
        <source>What people drew here, by its class</source>
        <translation>Was hier gezeichnet wurde, nach Klassen</translation>
    </message>
    <message>
        <source>Where the run&apos;s map reaches the threshold, in pictures that a reviewer rejected, or the score where nobody decided</source>
        <translation>Wo die Karte des Laufs den Schwellenwert erreicht, in Bildern, die abgelehnt wurden: vom Prüfer, oder nach dem Score, wo niemand entschieden hat</translation>
    </message>
    <message>
        <source>Find where the defects sit</source>
        <translation>Finden, wo die Defekte liegen</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Areas: %L1 · pictures: %L2 of %L3</source>
        <translation>Flächen: %L1 · Bilder: %L2 von %L3</translation>
    </message>
    <message numerus="yes">
        <source>Left out, because nothing tells where their defects are: %Ln picture(s)</source>
        <translation>
            <numerusform>Ausgelassen, weil nichts sagt, wo der Defekt liegt: %Ln Bild</numerusform>
            <numerusform>Ausgelassen, weil nichts sagt, wo die Defekte liegen: %Ln Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>area, px</source>
        <translation>Fläche, px</translation>
    </message>
    <message>
        <source>length ÷ width</source>
        <translation>Länge ÷ Breite</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>defective at %1</source>
        <translation>mit Defekt bei %1</translation>
    </message>
    <message>
        <source>with an area of %1–%2 px</source>
        <translation>mit einer Fläche von %1–%2 px</translation>
    </message>
    <message>
        <source>with an area that is %1–%2 times as long as wide</source>
        <translation>mit einer Fläche, die %1–%2-mal so lang wie breit ist</translation>
    </message>
    <message>
        <source>with a defect</source>
        <translation>mit einem Defekt</translation>
    </message>
    <message>
        <source>Pictures %1: %L2</source>
        <translation>Bilder %1: %L2</translation>
    </message>
    <message>
        <source>No picture. Click a place of the map, or a bar, to list some.</source>
        <translation>Kein Bild. Klicken Sie auf eine Stelle der Karte oder einen Balken, um welche aufzulisten.</translation>
    </message>
    <message>
        <source>Finding where the defects sit</source>
        <translation>Die Lage der Defekte wird gesucht</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Stopped before the defects were found.</source>
        <translation>Angehalten, bevor die Defekte gefunden waren.</translation>
    </message>
    <message>
        <source>Nothing tells where defects of this category are. Choose another source on the left.</source>
        <translation>Nichts sagt, wo Defekte dieser Kategorie liegen. Wählen Sie links eine andere Quelle.</translation>
    </message>
    <message>
        <source>There are no pictures to look at.</source>
        <translation>Es gibt keine Bilder zu betrachten.</translation>
    </message>
    <message>
        <source>Save where the defects sit</source>
        <translation>Lage der Defekte speichern</translation>
    </message>
    <message>
        <source>Table of the areas (*.csv);;Picture of the map (*.png);;Numbers of the map (*.tiff)</source>
        <translation>Tabelle der Flächen (*.csv);;Bild der Karte (*.png);;Zahlen der Karte (*.tiff)</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>Gespeichert als %1</translation>
    </message>
    <message>
        <source>&amp;Defects from</source>
        <translation>&amp;Defekte aus</translation>
    </message>
    <message>
        <source>Where the defects are taken from</source>
        <translation>Woher die Defekte genommen werden</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>A&amp;rt</translation>
    </message>
    <message>
        <source>Kind of defect</source>
        <translation>Art des Defekts</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>Colours of the map</source>
        <translation>Farben der Karte</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>&amp;Nach</translation>
    </message>
    <message>
        <source>What the areas are counted by</source>
        <translation>Wonach die Flächen gezählt werden</translation>
    </message>
    <message>
        <source>area</source>
        <translation>Fläche</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>All areas as a table, or the map as a picture or as numbers</source>
        <translation>Alle Flächen als Tabelle, oder die Karte als Bild oder als Zahlen</translation>
    </message>
    <message>
        <source>&amp;Read anew</source>
        <translation>N&amp;eu lesen</translation>
    </message>
    <message>
        <source>After drawing or deciding on pictures</source>
        <translation>Nachdem gezeichnet oder über Bilder entschieden wurde</translation>
    </message>
    <message>
        <source>How often each place was defective</source>
        <translation>Wie oft jede Stelle defekt war</translation>
    </message>
    <message>
        <source>Sizes of the areas</source>
        <translation>Größen der Flächen</translation>
    </message>
    <message>
        <source>Histogram of the areas</source>
        <translation>Histogramm der Flächen</translation>
    </message>
    <message>
        <source>Click a bar to list its pictures; Left and Right go from bar to bar</source>
        <translation>Ein Klick auf einen Balken listet seine Bilder auf; Links und Rechts gehen von Balken zu Balken</translation>
    </message>
    <message>
        <source>No areas</source>
        <translation>Keine Flächen</translation>
    </message>
    <message>
        <source>No defects</source>
        <translation>Keine Defekte</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>Nach Art</translation>
    </message>
    <message>
        <source>Nothing is drawn on the pictures of this project yet: Inspect &gt; Annotate this picture.</source>
        <translation>Auf die Bilder dieses Projekts ist noch nichts gezeichnet: Inspektion &gt; Dieses Bild annotieren.</translation>
    </message>
</context>
<context>
    <name>cf::ui::EvidenceFacts</name>
    <message>
        <source>none: not tested</source>
        <translation>keiner: nicht getestet</translation>
    </message>
    <message>
        <source>%1 (best F1)</source>
        <translation>%1 (bester F1)</translation>
    </message>
    <message>
        <source>%1 (1 % of the normals lie above; no defect is known)</source>
        <translation>%1 (1 % der normalen liegt darüber; es ist kein Defekt bekannt)</translation>
    </message>
    <message>
        <source>%1, called defective</source>
        <translation>%1, als defekt beurteilt</translation>
    </message>
    <message>
        <source>%1, called good</source>
        <translation>%1, als gut beurteilt</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>Lauf %1</translation>
    </message>
    <message>
        <source>run %1, %2</source>
        <translation>Lauf %1, %2</translation>
    </message>
    <message>
        <source>%L1, by the rule %2</source>
        <translation>%L1 nach der Regel „%2“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>Schwellenwert</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>Abstand</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Kennzeichnung</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>Modell</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>Entschieden</translation>
    </message>
    <message>
        <source>%1 (kept with the model)</source>
        <translation>%1 (beim Modell aufbewahrt)</translation>
    </message>
    <message>
        <source>passes below %1, fails from %2 on (kept with the model)</source>
        <translation>gut unter %1, schlecht ab %2 (beim Modell aufbewahrt)</translation>
    </message>
    <message>
        <source>%1, passes</source>
        <translation>%1, gut</translation>
    </message>
    <message>
        <source>%1, to be reviewed</source>
        <translation>%1, zu prüfen</translation>
    </message>
    <message>
        <source>%1, fails</source>
        <translation>%1, schlecht</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>Auf dem Spiel</translation>
    </message>
    <message>
        <source>What a decision on this picture can be expected to save, by the costs that are kept with the model</source>
        <translation>Was eine Entscheidung über dieses Bild voraussichtlich spart, nach den Kosten, die beim Modell aufbewahrt sind</translation>
    </message>
</context>
<context>
    <name>cf::ui::EvidenceView</name>
    <message>
        <source>deviations of normals</source>
        <translation>Std.-Abw. normaler Bilder</translation>
    </message>
    <message>
        <source>score; the same colours in the whole category</source>
        <translation>Score; gleiche Farben in der ganzen Kategorie</translation>
    </message>
    <message>
        <source>No map was kept for this picture; it is being made.</source>
        <translation>Für dieses Bild wurde keine Karte aufbewahrt; sie wird gerade erstellt.</translation>
    </message>
    <message>
        <source>There is no map of this picture. %1</source>
        <translation>Zu diesem Bild gibt es keine Karte. %1</translation>
    </message>
</context>
<context>
    <name>cf::ui::ExpertSettings</name>
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
        <source>CPU threads</source>
        <translation>CPU-Threads</translation>
    </message>
    <message>
        <source>Folder of textures</source>
        <translation>Texturordner</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1 (%2)</translation>
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
    <message>
        <source>Feature network</source>
        <translation>Merkmalsnetz</translation>
    </message>
    <message>
        <source>Its layers</source>
        <translation>Seine Schichten</translation>
    </message>
    <message>
        <source>Side of the pictures</source>
        <translation>Seitenlänge der Bilder</translation>
    </message>
    <message>
        <source>Side of the grid</source>
        <translation>Seitenlänge des Rasters</translation>
    </message>
    <message>
        <source>Matches kept, D</source>
        <translation>Behaltene Treffer, D</translation>
    </message>
    <message>
        <source>Guidance, SG and MG</source>
        <translation>Führung, SG und MG</translation>
    </message>
    <message>
        <source>Class-aware adaptor</source>
        <translation>Klassenadapter</translation>
    </message>
    <message>
        <source>Weights of loss terms</source>
        <translation>Gewichte der Verlustterme</translation>
    </message>
    <message>
        <source>The layers are numbers with commas between them, as in 3,6,9,12.</source>
        <translation>Die Schichten sind Zahlen mit Kommas dazwischen, etwa 3,6,9,12.</translation>
    </message>
    <message>
        <source>The weights of loss terms are written as in focal=1,ssim=0.</source>
        <translation>Die Gewichte der Verlustterme schreibt man wie focal=1,ssim=0.</translation>
    </message>
    <message>
        <source>from the network</source>
        <translation>vom Netz</translation>
    </message>
    <message>
        <source>Baseline to filter</source>
        <translation>Zu filternde Baseline</translation>
    </message>
    <message>
        <source>Weights to begin with</source>
        <translation>Anfangsgewichte</translation>
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
    <name>cf::ui::Forecast</name>
    <message>
        <source>about %1 seconds</source>
        <translation>etwa %1 Sekunden</translation>
    </message>
    <message>
        <source>about %1 minutes</source>
        <translation>etwa %1 Minuten</translation>
    </message>
    <message>
        <source>about %1 hours</source>
        <translation>etwa %1 Stunden</translation>
    </message>
    <message>
        <source>about %1 days</source>
        <translation>etwa %1 Tage</translation>
    </message>
    <message>
        <source>%1, %2 GB of memory</source>
        <translation>%1, %2 GB Speicher</translation>
    </message>
</context>
<context>
    <name>cf::ui::ForecastPanel</name>
    <message>
        <source>Estimate the training&apos;s time</source>
        <translation>Trainingsdauer schätzen</translation>
    </message>
    <message>
        <source>&amp;Do not estimate</source>
        <translation>Ni&amp;cht schätzen</translation>
    </message>
    <message>
        <source>Estimate on this &amp;computer</source>
        <translation>Auf diesem Rechner schät&amp;zen</translation>
    </message>
    <message>
        <source>A few steps are being trained to measure it...</source>
        <translation>Zum Messen werden einige Schritte trainiert...</translation>
    </message>
    <message>
        <source>%1 on this computer, for %L2 steps.</source>
        <translation>%1 auf diesem Rechner, für %L2 Schritte.</translation>
    </message>
    <message>
        <source>It could not be measured.</source>
        <translation>Die Dauer ließ sich nicht messen.</translation>
    </message>
    <message>
        <source>Not measured yet; it can be once the running job is done.</source>
        <translation>Noch nicht gemessen; möglich, sobald der laufende Auftrag fertig ist.</translation>
    </message>
    <message>
        <source>Not measured for these settings yet; it takes some ten seconds.</source>
        <translation>Für diese Einstellungen noch nicht gemessen; das dauert etwa zehn Sekunden.</translation>
    </message>
    <message>
        <source>Needs a ticked category with normal pictures first.</source>
        <translation>Braucht zuerst eine angekreuzte Kategorie mit normalen Bildern.</translation>
    </message>
    <message>
        <source>Being checked...</source>
        <translation>Wird geprüft...</translation>
    </message>
    <message>
        <source>Nothing to check yet.</source>
        <translation>Noch nichts zu prüfen.</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Before it begins</source>
        <translation>Vor dem Start</translation>
    </message>
    <message>
        <source>Progress of the estimate</source>
        <translation>Fortschritt der Schätzung</translation>
    </message>
</context>
<context>
    <name>cf::ui::FormatDialog</name>
    <message>
        <source>MVTec masks (PNG)</source>
        <translation>MVTec-Masken (PNG)</translation>
    </message>
    <message>
        <source>COCO (JSON)</source>
        <translation>COCO (JSON)</translation>
    </message>
    <message>
        <source>YOLO segmentation (TXT)</source>
        <translation>YOLO-Segmentierung (TXT)</translation>
    </message>
    <message>
        <source>labelme (JSON)</source>
        <translation>labelme (JSON)</translation>
    </message>
    <message>
        <source>Classes as colours (PNG)</source>
        <translation>Klassen als Farben (PNG)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>Tabelle (CSV)</translation>
    </message>
    <message>
        <source>A folder with a black and white mask for each picture. The pixels alone, without classes.</source>
        <translation>Ein Ordner mit einer Schwarz-Weiß-Maske je Bild. Nur die Pixel, ohne Klassen.</translation>
    </message>
    <message>
        <source>One file for all pictures. Polygons, and all else as pixels.</source>
        <translation>Eine Datei für alle Bilder. Polygone, alles andere als Pixel.</translation>
    </message>
    <message>
        <source>A folder with a text file for each picture, and classes.txt. Outlines alone.</source>
        <translation>Ein Ordner mit einer Textdatei je Bild und classes.txt. Nur Umrisse.</translation>
    </message>
    <message>
        <source>A folder with a file for each picture. All kinds of shapes but holes.</source>
        <translation>Ein Ordner mit einer Datei je Bild. Alle Arten von Formen außer Löchern.</translation>
    </message>
    <message>
        <source>A folder with a PNG for each picture, a colour for each class, and classes.txt.</source>
        <translation>Ein Ordner mit einem PNG je Bild, einer Farbe je Klasse und classes.txt.</translation>
    </message>
    <message>
        <source>One table for all pictures. Holds everything.</source>
        <translation>Eine Tabelle für alle Bilder. Enthält alles.</translation>
    </message>
    <message>
        <source>&amp;Replace the shapes that a picture has</source>
        <translation>Vorhandene Formen eines Bildes &amp;ersetzen</translation>
    </message>
    <message>
        <source>Import shapes</source>
        <translation>Formen importieren</translation>
    </message>
    <message>
        <source>Export shapes</source>
        <translation>Formen exportieren</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>Format</translation>
    </message>
    <message>
        <source>&amp;Choose the place…</source>
        <translation>&amp;Ort wählen …</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>&amp;Format</translation>
    </message>
</context>
<context>
    <name>cf::ui::GrabCutTool</name>
    <message>
        <source>cut-out</source>
        <translation>Freistellen</translation>
    </message>
    <message>
        <source>Drag a box around a defect: what stands out in it becomes a mask. Shift makes a new one, Alt takes it away; Esc stops the search.</source>
        <translation>Einen Rahmen um einen Defekt ziehen: was sich darin abhebt, wird eine Maske. Umschalt macht eine neue, Alt nimmt es weg; Esc hält die Suche an.</translation>
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
        <source>Heed a&amp;gain</source>
        <translation>Wieder bea&amp;chten</translation>
    </message>
    <message>
        <source>I&amp;gnore</source>
        <translation>Ig&amp;norieren</translation>
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
    <message>
        <source>Alt and the arrow keys move the divider.</source>
        <translation>Alt und die Pfeiltasten verschieben die Trennlinie.</translation>
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
    <message>
        <source>Scale to each picture</source>
        <translation>Skala je Bild</translation>
    </message>
    <message>
        <source>From the smallest to the largest value of each map. Colours then do not compare between pictures.</source>
        <translation>Vom kleinsten bis zum größten Wert jeder Karte. Die Farben sind dann zwischen Bildern nicht vergleichbar.</translation>
    </message>
    <message>
        <source>This model is a baseline without a filter: there is nothing to mix</source>
        <translation>Dieses Modell ist eine Baseline ohne Filter: Es gibt nichts zu mischen</translation>
    </message>
</context>
<context>
    <name>cf::ui::InspectPage</name>
    <message>
        <source>Recognised as %1
Score: baseline %2, filtered %3, fused %4</source>
        <translation>Erkannt als %1
Score: Baseline %2, gefiltert %3, fusioniert %4</translation>
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
    <message>
        <source>Profile line</source>
        <translation>Profillinie</translation>
    </message>
    <message>
        <source>Draw a line with the left button; its values are plotted below (also with Shift held, without this button)</source>
        <translation>Mit der linken Maustaste eine Linie ziehen; ihre Werte erscheinen unten als Diagramm (auch mit gedrückter Umschalttaste, ohne diese Schaltfläche)</translation>
    </message>
    <message>
        <source>Export view…</source>
        <translation>Ansicht exportieren …</translation>
    </message>
    <message>
        <source>What is seen, as a picture (PNG) or a drawing (SVG, PDF)</source>
        <translation>Das Gezeigte als Bild (PNG) oder Zeichnung (SVG, PDF)</translation>
    </message>
    <message>
        <source>Export maps…</source>
        <translation>Karten exportieren …</translation>
    </message>
    <message>
        <source>The maps&apos; numbers as 32-bit float TIFF</source>
        <translation>Die Zahlen der Karten als TIFF mit 32-Bit-Gleitkommazahlen</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>Rauschunterdrückung</translation>
    </message>
    <message>
        <source>There is nothing to export yet: choose a picture first.</source>
        <translation>Es gibt noch nichts zu exportieren: wählen Sie zuerst ein Bild.</translation>
    </message>
    <message>
        <source>Export what is seen</source>
        <translation>Das Gezeigte exportieren</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf)</source>
        <translation>Bild (*.png);;Zeichnung (*.svg);;Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Export view</source>
        <translation>Ansicht exportieren</translation>
    </message>
    <message>
        <source>The view was written to %1.</source>
        <translation>Die Ansicht wurde nach %1 geschrieben.</translation>
    </message>
    <message>
        <source>Export maps</source>
        <translation>Karten exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) were written to %1.</source>
        <translation>
            <numerusform>%n Karte wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Karten wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>Values</source>
        <translation>Werte</translation>
    </message>
    <message>
        <source>Recognised as %1
Score: %2, of the baseline without a filter</source>
        <translation>Erkannt als %1
Score: %2, von der Baseline ohne Filter</translation>
    </message>
</context>
<context>
    <name>cf::ui::InspectTile</name>
    <message>
        <source>Map shown over the picture</source>
        <translation>Karte über dem Bild</translation>
    </message>
    <message>
        <source>picture, 16 bit</source>
        <translation>Bild, 16 Bit</translation>
    </message>
    <message>
        <source>picture, 8 bit</source>
        <translation>Bild, 8 Bit</translation>
    </message>
    <message>
        <source>Map left of the divider</source>
        <translation>Karte links der Trennlinie</translation>
    </message>
    <message>
        <source>Map right of the divider</source>
        <translation>Karte rechts der Trennlinie</translation>
    </message>
    <message>
        <source>Split this view</source>
        <translation>Diese Ansicht teilen</translation>
    </message>
    <message>
        <source>Compare two maps in this view. Drag the divider, or move it with Alt and the arrow keys.</source>
        <translation>Zwei Karten in dieser Ansicht vergleichen. Ziehen Sie die Trennlinie oder verschieben Sie sie mit Alt und den Pfeiltasten.</translation>
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
    <message>
        <source>Comparing the normal pictures</source>
        <translation>Normale Bilder werden verglichen</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Trying a few steps</source>
        <translation>Einige Schritte werden probiert</translation>
    </message>
    <message>
        <source>Looking through what was reviewed</source>
        <translation>Geprüftes wird durchgesehen</translation>
    </message>
    <message>
        <source>Scoring pictures again</source>
        <translation>Bilder neu bewerten</translation>
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
        <translation>Anhal&amp;ten</translation>
    </message>
    <message>
        <source>Stop the chosen job; what it has finished is kept</source>
        <translation>Den gewählten Auftrag anhalten; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
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
    <name>cf::ui::LevelControls</name>
    <message>
        <source>Black at</source>
        <translation>Schwarz bei</translation>
    </message>
    <message>
        <source>White at</source>
        <translation>Weiß bei</translation>
    </message>
    <message>
        <source>The picture&apos;s value that is drawn black</source>
        <translation>Der Bildwert, der schwarz gezeichnet wird</translation>
    </message>
    <message>
        <source>The picture&apos;s value that is drawn white</source>
        <translation>Der Bildwert, der weiß gezeichnet wird</translation>
    </message>
    <message>
        <source>Fit to picture</source>
        <translation>An Bild anpassen</translation>
    </message>
    <message>
        <source>From the darkest to the brightest half percent of the pixels</source>
        <translation>Vom dunkelsten bis zum hellsten halben Prozent der Pixel</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>Ganzer Bereich</translation>
    </message>
    <message>
        <source>All values that the picture&apos;s bits can hold</source>
        <translation>Alle Werte, die die Bittiefe des Bildes zulässt</translation>
    </message>
</context>
<context>
    <name>cf::ui::LocationMapView</name>
    <message>
        <source>%1 % from the left, %2 % from the top</source>
        <translation>%1 % von links, %2 % von oben</translation>
    </message>
    <message numerus="yes">
        <source>%1: defective in %2 % of %Ln picture(s) with a defect</source>
        <translation>
            <numerusform>%1: defekt in %2 % von %Ln Bild mit einem Defekt</numerusform>
            <numerusform>%1: defekt in %2 % von %Ln Bildern mit einem Defekt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Map of how often each place of the picture was defective</source>
        <translation>Karte, wie oft jede Stelle des Bildes defekt war</translation>
    </message>
</context>
<context>
    <name>cf::ui::LossText</name>
    <message numerus="yes">
        <source>%n shapes: holes become slits in the outline; the pixels stay the same.</source>
        <translation>
            <numerusform>%n Form: Löcher werden zu Schlitzen im Umriss; die Pixel bleiben gleich.</numerusform>
            <numerusform>%n Formen: Löcher werden zu Schlitzen im Umriss; die Pixel bleiben gleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: ellipses become polygons, not quite the same pixels.</source>
        <translation>
            <numerusform>%n Form: Die Ellipse wird zum Polygon, nicht ganz mit denselben Pixeln.</numerusform>
            <numerusform>%n Formen: Ellipsen werden zu Polygonen, nicht ganz mit denselben Pixeln.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: outlines become pixels, or pixels outlines; the pixels stay the same.</source>
        <translation>
            <numerusform>%n Form: Der Umriss wird zu Pixeln oder die Pixel zum Umriss; die Pixel bleiben gleich.</numerusform>
            <numerusform>%n Formen: Umrisse werden zu Pixeln oder Pixel zu Umrissen; die Pixel bleiben gleich.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: their class is not written.</source>
        <translation>
            <numerusform>%n Form: Ihre Klasse wird nicht geschrieben.</numerusform>
            <numerusform>%n Formen: Ihre Klasse wird nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: which of them belong together, or where two that touch part, is not written.</source>
        <translation>
            <numerusform>%n Form: Ob sie zu anderen gehört oder wo sie an eine andere grenzt, wird nicht geschrieben.</numerusform>
            <numerusform>%n Formen: Welche zusammengehören oder wo zwei aneinandergrenzen, wird nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: where they overlap the upper one alone is written.</source>
        <translation>
            <numerusform>%n Form: Wo eine andere sie überlappt, wird nur die obere geschrieben.</numerusform>
            <numerusform>%n Formen: Wo sie sich überlappen, wird nur die obere geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: what lies beside the picture is cut off or moved to its edge.</source>
        <translation>
            <numerusform>%n Form: Was neben dem Bild liegt, wird abgeschnitten oder an den Rand verschoben.</numerusform>
            <numerusform>%n Formen: Was neben dem Bild liegt, wird abgeschnitten oder an den Rand verschoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points or lines are not written.</source>
        <translation>
            <numerusform>%n Punkt oder Linie wird nicht geschrieben.</numerusform>
            <numerusform>%n Punkte oder Linien werden nicht geschrieben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: what another program noted of them (descriptions, flags) is not written.</source>
        <translation>
            <numerusform>%n Form: Was ein anderes Programm dazu vermerkt hat (Beschreibungen, Kennzeichen), wird nicht geschrieben.</numerusform>
            <numerusform>%n Formen: Was ein anderes Programm dazu vermerkt hat (Beschreibungen, Kennzeichen), wird nicht geschrieben.</numerusform>
        </translation>
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
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>&amp;Lauf</translation>
    </message>
    <message>
        <source>Test run %1</source>
        <translation>Lauf %1 testen</translation>
    </message>
    <message>
        <source>report of run %1</source>
        <translation>Bericht zu Lauf %1</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>Bericht speichern</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF document (*.pdf);;Table of figures (*.csv)</source>
        <translation>Webseite (*.html);;PDF-Dokument (*.pdf);;Kennzahlentabelle (*.csv)</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message>
        <source>The report is at %1.</source>
        <translation>Der Bericht liegt unter %1.</translation>
    </message>
    <message>
        <source>Select pictures on the Dataset page, or list some on the Analyse page, with a trained filter at hand.</source>
        <translation>Wählen Sie Bilder auf der Seite Datensatz aus oder lassen Sie welche auf der Seite Analyse auflisten; dazu braucht es einen trainierten Filter.</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a project with its pictures first.</source>
        <translation>Öffnen Sie zuerst ein Projekt mit seinen Bildern.</translation>
    </message>
    <message>
        <source>The folder with the maps, as CATEGORY/test/KIND/NAME.tiff (or .npy, .png)</source>
        <translation>Der Ordner mit den Karten: KATEGORIE/test/ART/NAME.tiff (oder .npy, .png)</translation>
    </message>
    <message>
        <source>Measure the maps in %1</source>
        <translation>Karten in %1 messen</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>Andere Bilder</translation>
    </message>
    <message>
        <source>Should the project “%1” work on the pictures in %2 from now on?</source>
        <translation>Soll das Projekt „%1“ ab jetzt mit den Bildern in %2 arbeiten?</translation>
    </message>
    <message>
        <source>Its runs stay as they are, with the pictures that they were trained on. To only look at the other pictures, close the project.</source>
        <translation>Seine Läufe bleiben, wie sie sind, mit den Bildern, auf denen sie trainiert wurden. Um die anderen Bilder nur anzusehen, schließen Sie das Projekt.</translation>
    </message>
    <message>
        <source>&amp;Use them in the project</source>
        <translation>Im Projekt &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Close the project and look</source>
        <translation>Projekt &amp;schließen und ansehen</translation>
    </message>
    <message>
        <source>&amp;Keep its pictures</source>
        <translation>Seine Bilder &amp;behalten</translation>
    </message>
    <message>
        <source>Saving the last decisions...</source>
        <translation>Letzte Entscheidungen werden gespeichert...</translation>
    </message>
    <message>
        <source>Decisions are not saved</source>
        <translation>Entscheidungen sind nicht gespeichert</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the review could not be saved. Quit without them?</source>
        <translation>
            <numerusform>%n Schritt der Prüfung konnte nicht gespeichert werden. Ohne ihn beenden?</numerusform>
            <numerusform>%n Schritte der Prüfung konnten nicht gespeichert werden. Ohne sie beenden?</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit &amp;without them</source>
        <translation>&amp;Ohne sie beenden</translation>
    </message>
    <message>
        <source>&amp;Go back to the review</source>
        <translation>Zu&amp;rück zur Prüfung</translation>
    </message>
    <message>
        <source>Revie&amp;w</source>
        <translation>Pr&amp;üfung</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapChooser</name>
    <message>
        <source>Layer</source>
        <translation>Schicht</translation>
    </message>
    <message>
        <source>Attention block</source>
        <translation>Attention-Block</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>Vorlage</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Cost against one template</source>
        <translation>Kosten gegen eine Vorlage</translation>
    </message>
    <message>
        <source>RCSA, any channel</source>
        <translation>RCSA, beliebiger Kanal</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Spatial attention</source>
        <translation>Räumliche Attention</translation>
    </message>
    <message>
        <source>By falling weight of the channel attention</source>
        <translation>Nach fallendem Gewicht der Kanal-Attention</translation>
    </message>
    <message>
        <source>By falling weight of the channel attention. This filter takes its guidance in before the convolutions, so those channels come last and have no weight.</source>
        <translation>Nach fallendem Gewicht der Kanal-Attention. Dieser Filter nimmt seine Führung vor den Faltungen auf, daher stehen diese Kanäle am Ende und haben kein Gewicht.</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapLegend</name>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1, von %2 bis %3</translation>
    </message>
    <message>
        <source>, outlined from %1</source>
        <translation>, Umriss ab %1</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>Skala</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapText</name>
    <message>
        <source>cost, 1 − cosine</source>
        <translation>Kosten, 1 − Kosinus</translation>
    </message>
    <message>
        <source>share of this picture&apos;s range</source>
        <translation>Anteil am Wertebereich des Bildes</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>Logit</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>Wahrscheinlichkeit</translation>
    </message>
    <message>
        <source>deviations of normals</source>
        <translation>Std.-Abw. normaler Bilder</translation>
    </message>
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
    <message>
        <source>%1 %2, before attention</source>
        <translation>%1 %2, vor der Attention</translation>
    </message>
    <message>
        <source>%1 %2, weight %L3</source>
        <translation>%1 %2, Gewicht %L3</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>%1, spatial attention</source>
        <translation>%1, räumliche Attention</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>Aktivierung</translation>
    </message>
    <message>
        <source>attention weight</source>
        <translation>Attention-Gewicht</translation>
    </message>
    <message>
        <source>%1, this picture&apos;s scale</source>
        <translation>%1, Skala dieses Bildes</translation>
    </message>
    <message>
        <source>encoder block %1</source>
        <translation>Encoder-Block %1</translation>
    </message>
    <message>
        <source>decoder block %1</source>
        <translation>Decoder-Block %1</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>Kanal</translation>
    </message>
    <message>
        <source>cost volume</source>
        <translation>Kostenvolumen</translation>
    </message>
    <message>
        <source>spatial guidance</source>
        <translation>Räumliche Führung</translation>
    </message>
    <message>
        <source>matching guidance</source>
        <translation>Matching-Führung</translation>
    </message>
    <message>
        <source>Template %1 of %2</source>
        <translation>Vorlage %1 von %2</translation>
    </message>
    <message>
        <source>Cost, layer %1, %2</source>
        <translation>Kosten, Schicht %1, %2</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapsDialog</name>
    <message>
        <source>Export maps</source>
        <translation>Karten exportieren</translation>
    </message>
    <message>
        <source>Each chosen map becomes a TIFF with 32-bit floats at the picture&apos;s size, as the engine made it. Files of the same name are replaced.</source>
        <translation>Jede gewählte Karte wird ein TIFF mit 32-Bit-Gleitkommazahlen in Bildgröße, so wie die Engine sie berechnet hat. Gleichnamige Dateien werden ersetzt.</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>Karten</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>Ordner</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>&amp;Ordner</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>&amp;Wählen …</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapsStrip</name>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Colours from the lowest to the highest score that this run gave a picture of the category; outlined from its threshold on</source>
        <translation>Farben vom niedrigsten bis zum höchsten Score, den dieser Lauf einem Bild der Kategorie gab; ab seinem Schwellenwert umrandet</translation>
    </message>
</context>
<context>
    <name>cf::ui::MatchView</name>
    <message>
        <source>Matching…</source>
        <translation>Wird verglichen …</translation>
    </message>
    <message numerus="yes">
        <source>the %n templates</source>
        <translation>
            <numerusform>der %n Vorlage</numerusform>
            <numerusform>den %n Vorlagen</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost %1 (0 = looks the same): nothing in %2 is more like this place than the one marked in %3.</source>
        <translation>Kosten %1 (0 = sieht gleich aus): nichts in %2 ähnelt dieser Stelle mehr als die in %3 markierte.</translation>
    </message>
    <message>
        <source>The map says %1: there each layer takes its own best place.</source>
        <translation>Die Karte sagt %1: dort nimmt jede Schicht ihre eigene beste Stelle.</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>Alle Schichten</translation>
    </message>
    <message>
        <source>Layer 1 (finest)</source>
        <translation>Schicht 1 (feinste)</translation>
    </message>
    <message>
        <source>Layer %1 (coarsest)</source>
        <translation>Schicht %1 (gröbste)</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>Schicht %1</translation>
    </message>
    <message>
        <source>Why does this place stand out?</source>
        <translation>Warum fällt diese Stelle auf?</translation>
    </message>
    <message>
        <source>Feature layer</source>
        <translation>Merkmalsschicht</translation>
    </message>
    <message>
        <source>Fine layers see edges and texture, coarse ones whole parts</source>
        <translation>Feine Schichten sehen Kanten und Textur, grobe ganze Teile</translation>
    </message>
    <message>
        <source>Full colour at</source>
        <translation>Volle Farbe bei</translation>
    </message>
    <message>
        <source>Cost of the brightest colour</source>
        <translation>Kosten der hellsten Farbe</translation>
    </message>
    <message>
        <source>The same for all pictures, so that they can be compared</source>
        <translation>Gleich für alle Bilder, damit sie vergleichbar sind</translation>
    </message>
    <message>
        <source>Highest co&amp;st</source>
        <translation>Höchste K&amp;osten</translation>
    </message>
    <message>
        <source>Goes to the place that stands out most</source>
        <translation>Springt zu der Stelle, die am meisten auffällt</translation>
    </message>
    <message>
        <source>Picture with its cost map</source>
        <translation>Bild mit seiner Kostenkarte</translation>
    </message>
    <message>
        <source>Point at a place, or go there with the arrow keys</source>
        <translation>Auf eine Stelle zeigen oder mit den Pfeiltasten dorthin gehen</translation>
    </message>
    <message>
        <source>Most alike template</source>
        <translation>Ähnlichste Vorlage</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>Bild: %1</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>Vorlage: %1</translation>
    </message>
    <message>
        <source>The source has no templates for this picture (%1), so normal pictures are compared.</source>
        <translation>Die Quelle hat keine Vorlagen für dieses Bild (%1), daher werden normale Bilder verglichen.</translation>
    </message>
</context>
<context>
    <name>cf::ui::MatrixCell</name>
    <message>
        <source>%1 % of the row</source>
        <translation>%1 % der Zeile</translation>
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
    <name>cf::ui::NormalDialog</name>
    <message>
        <source>Take as normal</source>
        <translation>Als normal übernehmen</translation>
    </message>
    <message numerus="yes">
        <source>%1 becomes a normal of %2. Of %L3 pictures, %n get another score.</source>
        <translation>
            <numerusform>%1 wird ein normales Bild von %2. Von %L3 Bildern bekommt %n einen anderen Wert.</numerusform>
            <numerusform>%1 wird ein normales Bild von %2. Von %L3 Bildern bekommen %n einen anderen Wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>The category has no threshold, so that nothing says which defects would be missed.</source>
        <translation>Die Kategorie hat keine Schwelle; daher lässt sich nicht sagen, welche Defekte übersehen würden.</translation>
    </message>
    <message>
        <source>No known defect would be missed.</source>
        <translation>Kein bekannter Defekt würde übersehen.</translation>
    </message>
    <message numerus="yes">
        <source>%n known defect(s) would be missed from now on.</source>
        <translation>
            <numerusform>Von nun an würde %n bekannter Defekt übersehen.</numerusform>
            <numerusform>Von nun an würden %n bekannte Defekte übersehen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false alarm(s) solved.</source>
        <translation>
            <numerusform>%n Fehlalarm behoben.</numerusform>
            <numerusform>%n Fehlalarme behoben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other picture(s) change sides.</source>
        <translation>
            <numerusform>%n weiteres Bild wechselt die Seite.</numerusform>
            <numerusform>%n weitere Bilder wechseln die Seite.</numerusform>
        </translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>Von nun an</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>Defekt</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nachher</translation>
    </message>
    <message>
        <source>Pictures that change sides</source>
        <translation>Bilder, die die Seite wechseln</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>kommt durch</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>übersehen</translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation>zu prüfen</translation>
    </message>
    <message>
        <source>called defective</source>
        <translation>als defekt gemeldet</translation>
    </message>
    <message>
        <source>&amp;Take as normal</source>
        <translation>Als &amp;normal übernehmen</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>&amp;Lassen, wie es ist</translation>
    </message>
    <message>
        <source>&amp;Show the picture</source>
        <translation>Bild &amp;zeigen</translation>
    </message>
    <message>
        <source>Normal no more</source>
        <translation>Nicht mehr normal</translation>
    </message>
    <message numerus="yes">
        <source>%1 is a normal of %2 no more. Of %L3 pictures, %n get another score.</source>
        <translation>
            <numerusform>%1 ist kein normales Bild von %2 mehr. Von %L3 Bildern bekommt %n einen anderen Wert.</numerusform>
            <numerusform>%1 ist kein normales Bild von %2 mehr. Von %L3 Bildern bekommen %n einen anderen Wert.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>&amp;Wegnehmen</translation>
    </message>
    <message>
        <source>⚠ So far this picture is known as defective. Once it is a normal, defects like its own may pass.</source>
        <translation>⚠ Bisher gilt dieses Bild als defekt. Als normales Bild lässt es Defekte wie seinen eigenen womöglich durchgehen.</translation>
    </message>
</context>
<context>
    <name>cf::ui::NormalsBar</name>
    <message>
        <source>Score anew with other normals: %1</source>
        <translation>Mit anderen normalen Bildern neu bewerten: %1</translation>
    </message>
    <message>
        <source>Change the normals of the model</source>
        <translation>Die normalen Bilder des Modells ändern</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>How far the new scores are</source>
        <translation>Wie weit die neuen Werte sind</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
</context>
<context>
    <name>cf::ui::NotesWriter</name>
    <message>
        <source>Save the notes of run %1</source>
        <translation>Notizen zu Lauf %1 speichern</translation>
    </message>
    <message>
        <source>The notes were not saved.</source>
        <translation>Die Notizen wurden nicht gespeichert.</translation>
    </message>
    <message>
        <source>Saving was stopped.</source>
        <translation>Das Speichern wurde angehalten.</translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureChanges</name>
    <message>
        <source>Choose a picture to see the maps of all runs side by side.</source>
        <translation>Wählen Sie ein Bild, um die Karten aller Läufe nebeneinander zu sehen.</translation>
    </message>
    <message>
        <source>&amp;Only those that change side</source>
        <translation>&amp;Nur die mit Seitenwechsel</translation>
    </message>
    <message>
        <source>Scores of the pictures</source>
        <translation>Scores der Bilder</translation>
    </message>
    <message>
        <source>No picture changes side</source>
        <translation>Kein Bild wechselt die Seite</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures change side</source>
        <translation>
            <numerusform>%n Bild wechselt die Seite</numerusform>
            <numerusform>%n Bilder wechseln die Seite</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, of %n that all runs scored. </source>
        <translation>
            <numerusform>, von %n Bild, das alle Läufe bewertet haben. </numerusform>
            <numerusform>, von %n Bildern, die alle Läufe bewertet haben. </numerusform>
        </translation>
    </message>
    <message>
        <source>Anomalous from the given threshold on.</source>
        <translation>Anomal ab dem vorgegebenen Schwellenwert.</translation>
    </message>
    <message>
        <source>Anomalous from the threshold on at which F1 is best, for each run and category.</source>
        <translation>Anomal ab dem Schwellenwert mit dem besten F1, je Lauf und Kategorie.</translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureList</name>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>Testbilder</translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureModel</name>
    <message>
        <source>defective</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>In truth</source>
        <translation>Tatsächlich</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>To threshold</source>
        <translation>Zum Schwellenwert</translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureTable</name>
    <message>
        <source>Pictures behind the chosen part of the plots</source>
        <translation>Bilder hinter dem gewählten Teil der Diagramme</translation>
    </message>
</context>
<context>
    <name>cf::ui::PlotBoard</name>
    <message>
        <source>defective, %1</source>
        <translation>defekt, %1</translation>
    </message>
    <message>
        <source>good, %1</source>
        <translation>gut, %1</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2 %</translation>
    </message>
    <message>
        <source>A density needs two different scores on each side.</source>
        <translation>Eine Dichte braucht auf jeder Seite zwei verschiedene Scores.</translation>
    </message>
    <message>
        <source>Pixel curves are kept for each category: choose one on the left.</source>
        <translation>Pixelkurven gibt es je Kategorie: wählen Sie links eine.</translation>
    </message>
    <message>
        <source>No pixel curves: the test set has no masks.</source>
        <translation>Keine Pixelkurven: der Testsatz hat keine Masken.</translation>
    </message>
    <message>
        <source>Densities</source>
        <translation>Dichten</translation>
    </message>
    <message>
        <source>Densities; overlap: %1</source>
        <translation>Dichten; Überlappung: %1</translation>
    </message>
    <message>
        <source>The area that good and defective share: 0 % apart, 100 % the same</source>
        <translation>Die Fläche, die gut und defekt gemeinsam haben: 0 % getrennt, 100 % gleich</translation>
    </message>
    <message>
        <source>Of single pixels only densities and curves are kept.</source>
        <translation>Von einzelnen Pixeln werden nur Dichten und Kurven aufbewahrt.</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A curve needs good and defective pictures.</source>
        <translation>Eine Kurve braucht gute und defekte Bilder.</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>false positive rate</source>
        <translation>Falsch-Positiv-Rate</translation>
    </message>
    <message>
        <source>overlap per region</source>
        <translation>Überlappung je Region</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>Präzision und Recall</translation>
    </message>
    <message>
        <source>PRO</source>
        <translation>PRO</translation>
    </message>
    <message>
        <source>Scores of the pictures</source>
        <translation>Scores der Bilder</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>Kurven</translation>
    </message>
    <message>
        <source>The number is the area under the curve in per cent; of PRO up to a false positive rate of 0.3</source>
        <translation>Die Zahl ist die Fläche unter der Kurve in Prozent; bei PRO bis zu einer Falsch-Positiv-Rate von 0,3</translation>
    </message>
    <message>
        <source>At the threshold</source>
        <translation>Beim Schwellenwert</translation>
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
        <source>Densities of the scores</source>
        <translation>Dichten der Scores</translation>
    </message>
    <message>
        <source>Drag the line or click to move the threshold</source>
        <translation>Linie ziehen oder klicken, um den Schwellenwert zu verschieben</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>Histogram and boxes of the scores</source>
        <translation>Histogramm und Boxplots der Scores</translation>
    </message>
    <message>
        <source>Click a bar to see its pictures; drag the line to move the threshold</source>
        <translation>Ein Klick auf einen Balken zeigt seine Bilder; Linie ziehen verschiebt den Schwellenwert</translation>
    </message>
    <message>
        <source>Curves with the operating point</source>
        <translation>Kurven mit dem Arbeitspunkt</translation>
    </message>
    <message>
        <source>Click the solid curve, or drag the point along it, to move the threshold</source>
        <translation>Auf die durchgezogene Kurve klicken oder den Punkt darauf ziehen, um den Schwellenwert zu verschieben</translation>
    </message>
    <message>
        <source>Kind of curve</source>
        <translation>Art der Kurve</translation>
    </message>
</context>
<context>
    <name>cf::ui::PlotFrame</name>
    <message>
        <source>Save the plot</source>
        <translation>Diagramm speichern</translation>
    </message>
    <message>
        <source>Vectors (*.svg)</source>
        <translation>Vektoren (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>Dokument (*.pdf)</translation>
    </message>
    <message>
        <source>Pixels (*.png)</source>
        <translation>Pixel (*.png)</translation>
    </message>
    <message>
        <source>The plot was not saved</source>
        <translation>Das Diagramm wurde nicht gespeichert</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>Bild &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Save as...</source>
        <translation>&amp;Speichern unter...</translation>
    </message>
</context>
<context>
    <name>cf::ui::PolygonTool</name>
    <message>
        <source>polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter or a double click closes, Backspace takes the last corner back, Esc cancels. Alt cuts the outline out of the selected shape.</source>
        <translation>Ecke für Ecke klicken; Eingabetaste oder Doppelklick schließt, die Rücktaste nimmt die letzte Ecke zurück, Esc bricht ab. Alt schneidet den Umriss aus der ausgewählten Form aus.</translation>
    </message>
</context>
<context>
    <name>cf::ui::PreviewStatus</name>
    <message>
        <source>Waiting until the work before it is done</source>
        <translation>Wartet, bis die Arbeit davor fertig ist</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>cf::ui::PreviewTimeline</name>
    <message>
        <source>step %L1</source>
        <translation>Schritt %L1</translation>
    </message>
    <message>
        <source>step %L1, score %L2</source>
        <translation>Schritt %L1, Score %L2</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>Ground Truth</translation>
    </message>
    <message>
        <source>map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>What it sees in held-out synthetic defects</source>
        <translation>Was der Filter in zurückgehaltenen künstlichen Defekten sieht</translation>
    </message>
    <message>
        <source>At each validation, some invented defects appear here with what the filter sees.</source>
        <translation>Bei jeder Validierung erscheinen hier einige künstliche Defekte und was der Filter darin sieht.</translation>
    </message>
    <message>
        <source>Step of the training</source>
        <translation>Schritt des Trainings</translation>
    </message>
    <message>
        <source>From the first validation to the latest</source>
        <translation>Von der ersten Validierung bis zur letzten</translation>
    </message>
    <message>
        <source>Halt</source>
        <translation>Anhalten</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Runs through the steps</source>
        <translation>Läuft durch die Schritte</translation>
    </message>
</context>
<context>
    <name>cf::ui::ProfilePanel</name>
    <message>
        <source>From (●)</source>
        <translation>Von (●)</translation>
    </message>
    <message>
        <source>to (■)</source>
        <translation>bis (■)</translation>
    </message>
    <message>
        <source>First end, column</source>
        <translation>Anfang, Spalte</translation>
    </message>
    <message>
        <source>First end, row</source>
        <translation>Anfang, Zeile</translation>
    </message>
    <message>
        <source>Last end, column</source>
        <translation>Ende, Spalte</translation>
    </message>
    <message>
        <source>Last end, row</source>
        <translation>Ende, Zeile</translation>
    </message>
    <message>
        <source>%1, in pixels of the picture</source>
        <translation>%1, in Bildpixeln</translation>
    </message>
    <message>
        <source>As shares of each scale</source>
        <translation>Als Anteil der jeweiligen Skala</translation>
    </message>
    <message>
        <source>Draws maps with different units over each other: 0 is the first colour of a map&apos;s scale, 1 the last</source>
        <translation>Zeichnet Karten mit verschiedenen Einheiten übereinander: 0 ist die erste Farbe der Skala einer Karte, 1 die letzte</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>Takes the line away (Escape in a view)</source>
        <translation>Entfernt die Linie (Esc in einer Ansicht)</translation>
    </message>
    <message>
        <source>distance from the first end, pixels</source>
        <translation>Abstand vom Anfang, Pixel</translation>
    </message>
    <message>
        <source>share of the scale</source>
        <translation>Anteil der Skala</translation>
    </message>
    <message>
        <source>value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Values along the line</source>
        <translation>Werte entlang der Linie</translation>
    </message>
    <message>
        <source>Choose a map in one of the views.</source>
        <translation>Wählen Sie in einer der Ansichten eine Karte.</translation>
    </message>
    <message>
        <source>Drag a line over a view with Shift held, or type its ends above.</source>
        <translation>Ziehen Sie mit gedrückter Umschalttaste eine Linie über eine Ansicht oder geben Sie oben ihre Enden ein.</translation>
    </message>
</context>
<context>
    <name>cf::ui::ProfileStep</name>
    <message>
        <source>&amp;Quick</source>
        <translation>&amp;Schnell</translation>
    </message>
    <message>
        <source>A first impression in a third of the time. Good for trying out what may vary.</source>
        <translation>Ein erster Eindruck in einem Drittel der Zeit. Gut, um auszuprobieren, was variieren darf.</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>Aus&amp;gewogen</translation>
    </message>
    <message>
        <source>The best result on a computer without a graphics card. Right for daily use.</source>
        <translation>Das beste Ergebnis auf einem Rechner ohne Grafikkarte. Richtig für den Alltag.</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>&amp;Veröffentlichung</translation>
    </message>
    <message>
        <source>The published network and schedule, to compare with published figures. Hours on a graphics card, days without one.</source>
        <translation>Netz und Ablauf wie veröffentlicht, zum Vergleich mit veröffentlichten Zahlen. Stunden mit Grafikkarte, Tage ohne.</translation>
    </message>
    <message>
        <source>How thoroughly?</source>
        <translation>Wie gründlich?</translation>
    </message>
    <message>
        <source>More steps tell defects from harmless differences more reliably, and take longer. Whatever you choose, stopping early keeps the best result so far.</source>
        <translation>Mehr Schritte trennen Defekte verlässlicher von harmlosen Unterschieden und dauern länger. Was Sie auch wählen: Wer früher anhält, behält das bisher beste Ergebnis.</translation>
    </message>
    <message>
        <source>E&amp;xpert settings</source>
        <translation>E&amp;xperteneinstellungen</translation>
    </message>
</context>
<context>
    <name>cf::ui::ProjectSteps</name>
    <message>
        <source>Done: %1.</source>
        <translation>Erledigt: %1.</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>Zurückgenommen: %1.</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>Wieder ausgeführt: %1.</translation>
    </message>
</context>
<context>
    <name>cf::ui::QueueModel</name>
    <message>
        <source>decided by others</source>
        <translation>von anderen entschieden</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Bild</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Kennzeichnung</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>Entscheidung</translation>
    </message>
</context>
<context>
    <name>cf::ui::QueuePanel</name>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Which pictures wait for a decision</source>
        <translation>Welche Bilder auf eine Entscheidung warten</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>Reihenfolge der Warteschlange</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Show by decision</source>
        <translation>Nach Entscheidung zeigen</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>Warteschlange filtern</translation>
    </message>
    <message>
        <source>Filter: a name, kind:scratch, score&gt;2.5</source>
        <translation>Filter: ein Name, kind:scratch, score&gt;2.5</translation>
    </message>
    <message>
        <source>Pictures of the queue</source>
        <translation>Bilder der Warteschlange</translation>
    </message>
</context>
<context>
    <name>cf::ui::RateGrid</name>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>%1, 95 %: %2</source>
        <translation>%1, 95 %: %2</translation>
    </message>
    <message>
        <source>, 95 %: %1</source>
        <translation>, 95 %: %1</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>Recall</translation>
    </message>
    <message>
        <source>Of the defective pictures, those judged defective</source>
        <translation>Von den defekten Bildern die als defekt beurteilten</translation>
    </message>
    <message>
        <source>False rejects</source>
        <translation>Pseudofehler</translation>
    </message>
    <message>
        <source>Of the good pictures, those judged defective</source>
        <translation>Von den guten Bildern die als defekt beurteilten</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>Präzision</translation>
    </message>
    <message>
        <source>Of the pictures judged defective, those that are; it depends on how many defects the test set has</source>
        <translation>Von den als defekt beurteilten Bildern die wirklich defekten; hängt davon ab, wie viele Defekte der Testsatz hat</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>Genauigkeit</translation>
    </message>
    <message>
        <source>Of all pictures, those judged as what they are</source>
        <translation>Von allen Bildern die richtig beurteilten</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>Harmonisches Mittel aus Präzision und Recall</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>The same at every threshold. Interval: bootstrap of the test pictures with a fixed seed</source>
        <translation>Bei jedem Schwellenwert gleich. Intervall: Bootstrap der Testbilder mit festem Startwert</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95-%-Intervall</translation>
    </message>
    <message>
        <source>Where the rate of many more pictures of this kind would likely lie (Wilson)</source>
        <translation>Wo die Quote bei sehr vielen weiteren Bildern dieser Art vermutlich läge (Wilson)</translation>
    </message>
</context>
<context>
    <name>cf::ui::ReasonsDialog</name>
    <message>
        <source>Reasons of a rejection</source>
        <translation>Ablehnungsgründe</translation>
    </message>
    <message>
        <source>One a line, at most nine. The key 1 rejects a picture for the first reason, 2 for the second.</source>
        <translation>Einer je Zeile, höchstens neun. Die Taste 1 lehnt ein Bild aus dem ersten Grund ab, 2 aus dem zweiten.</translation>
    </message>
    <message>
        <source>Reasons, one a line</source>
        <translation>Gründe, einer je Zeile</translation>
    </message>
</context>
<context>
    <name>cf::ui::ResultPanel</name>
    <message>
        <source>Test pictures, in per cent</source>
        <translation>Testbilder, in Prozent</translation>
    </message>
    <message>
        <source>The table appears here once the filter is trained and tested.</source>
        <translation>Die Tabelle erscheint hier, sobald der Filter trainiert und getestet ist.</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>Wie weiter</translation>
    </message>
    <message>
        <source>Look at single pictures, see how scores and defects are spread, or write it all down. Where clean surfaces light up, add more normal pictures or allow more variation, and train again.</source>
        <translation>Sehen Sie einzelne Bilder an, prüfen Sie, wie Scores und Defekte verteilt sind, oder halten Sie alles in einem Bericht fest. Wo saubere Oberflächen aufleuchten, fügen Sie mehr normale Bilder hinzu oder erlauben mehr Variation und trainieren erneut.</translation>
    </message>
    <message>
        <source>I&amp;nspect pictures</source>
        <translation>Bilder &amp;prüfen</translation>
    </message>
    <message>
        <source>&amp;Analyse results</source>
        <translation>Ergebnisse a&amp;nalysieren</translation>
    </message>
    <message>
        <source>&amp;Write a report...</source>
        <translation>Be&amp;richt schreiben...</translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewPage</name>
    <message>
        <source>Read the pictures to review</source>
        <translation>Zu prüfende Bilder lesen</translation>
    </message>
    <message>
        <source>Decisions are kept in a project. Open one, or make one for your pictures.</source>
        <translation>Entscheidungen werden in einem Projekt aufbewahrt. Öffnen Sie eines oder legen Sie eines für Ihre Bilder an.</translation>
    </message>
    <message>
        <source>Make a project…</source>
        <translation>Projekt anlegen …</translation>
    </message>
    <message>
        <source>Stopped before the pictures were read.</source>
        <translation>Angehalten, bevor die Bilder gelesen waren.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the pictures to review</source>
        <translation>Zu prüfende Bilder werden gelesen</translation>
    </message>
    <message>
        <source>This project has no test pictures to review.</source>
        <translation>Dieses Projekt hat keine Testbilder zum Prüfen.</translation>
    </message>
    <message>
        <source>Who reviews? Each decision is kept with the name of who made it.</source>
        <translation>Wer prüft? Jede Entscheidung wird mit dem Namen dessen aufbewahrt, der sie getroffen hat.</translation>
    </message>
    <message>
        <source>Choose a reviewer…</source>
        <translation>Prüfer wählen …</translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation>Prüfer: %1</translation>
    </message>
    <message>
        <source>Who decides; another person may go on here</source>
        <translation>Wer entscheidet; hier kann eine andere Person weitermachen</translation>
    </message>
    <message>
        <source>Share of the queue that is decided</source>
        <translation>Entschiedener Anteil der Warteschlange</translation>
    </message>
    <message>
        <source>This project cannot be written: nothing can be decided.</source>
        <translation>Dieses Projekt ist nicht beschreibbar: es kann nichts entschieden werden.</translation>
    </message>
    <message>
        <source>There is no reason %1; the button &quot;Reasons…&quot; adds one.</source>
        <translation>Es gibt keinen Grund %1; die Schaltfläche „Gründe …“ fügt einen hinzu.</translation>
    </message>
    <message>
        <source>This picture is not seen yet, so that it cannot be judged.</source>
        <translation>Dieses Bild ist noch nicht zu sehen und kann daher nicht beurteilt werden.</translation>
    </message>
    <message>
        <source>The end of the queue: all is decided.</source>
        <translation>Ende der Warteschlange: alles ist entschieden.</translation>
    </message>
    <message>
        <source>The end of the queue; still undecided: %L1.</source>
        <translation>Ende der Warteschlange; noch offen: %L1.</translation>
    </message>
    <message>
        <source>Taken back: the decision on %1, which is not shown in this queue.</source>
        <translation>Zurückgenommen: die Entscheidung zu %1; das Bild wird in dieser Warteschlange nicht gezeigt.</translation>
    </message>
    <message>
        <source>All pictures that are shown are decided.</source>
        <translation>Alle gezeigten Bilder sind entschieden.</translation>
    </message>
    <message>
        <source>%L1 of %L2 decided</source>
        <translation>%L1 von %L2 entschieden</translation>
    </message>
    <message>
        <source>%L1 a minute</source>
        <translation>%L1 je Minute</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>Arrange the pictures to review</source>
        <translation>Zu prüfende Bilder ordnen</translation>
    </message>
    <message>
        <source>Add the reviewer %1</source>
        <translation>Prüfer %1 hinzufügen</translation>
    </message>
    <message>
        <source>Save the settings of %1</source>
        <translation>Einstellungen von %1 speichern</translation>
    </message>
    <message>
        <source>Save the decisions</source>
        <translation>Entscheidungen speichern</translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON (*.json)</source>
        <translation>Tabelle (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Save the decisions as %1</source>
        <translation>Entscheidungen als %1 speichern</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n decision(s) as %1</source>
        <translation>
            <numerusform>%n Entscheidung als %1 gespeichert</numerusform>
            <numerusform>%n Entscheidungen als %1 gespeichert</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify the trail of decisions</source>
        <translation>Entscheidungsprotokoll prüfen</translation>
    </message>
    <message>
        <source>The trail of decisions</source>
        <translation>Entscheidungsprotokoll</translation>
    </message>
    <message numerus="yes">
        <source>All is well: %n decision(s) in one unbroken chain, and all files of the project are as they were stored.</source>
        <translation>
            <numerusform>Alles in Ordnung: %n Entscheidung in einer lückenlosen Kette, und alle Dateien des Projekts sind so, wie sie gespeichert wurden.</numerusform>
            <numerusform>Alles in Ordnung: %n Entscheidungen in einer lückenlosen Kette, und alle Dateien des Projekts sind so, wie sie gespeichert wurden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in this project are not as they were stored.</source>
        <translation>
            <numerusform>%n Punkt in diesem Projekt ist nicht so, wie er gespeichert wurde.</numerusform>
            <numerusform>%n Punkte in diesem Projekt sind nicht so, wie sie gespeichert wurden.</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a project with decisions first.</source>
        <translation>Öffnen Sie zuerst ein Projekt mit Entscheidungen.</translation>
    </message>
    <message>
        <source>Save the report of the shift</source>
        <translation>Bericht der Schicht speichern</translation>
    </message>
    <message>
        <source>PDF document (*.pdf);;Web page (*.html);;Tables (*.csv)</source>
        <translation>PDF-Dokument (*.pdf);;Webseite (*.html);;Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>Write the report %1</source>
        <translation>Bericht %1 schreiben</translation>
    </message>
    <message>
        <source>The report is at %1.</source>
        <translation>Der Bericht liegt unter %1.</translation>
    </message>
    <message>
        <source>Only a trained run that was evaluated can take a picture as normal.</source>
        <translation>Nur ein trainierter und getesteter Lauf kann ein Bild als normal übernehmen.</translation>
    </message>
    <message>
        <source>A blind second opinion only judges; take the picture as normal in another queue.</source>
        <translation>Eine blinde Zweitmeinung urteilt nur; übernehmen Sie das Bild in einer anderen Warteschlange als normal.</translation>
    </message>
    <message>
        <source>Another picture is being taken as normal.</source>
        <translation>Ein anderes Bild wird gerade als normal übernommen.</translation>
    </message>
    <message>
        <source>This picture is a normal of the model already.</source>
        <translation>Dieses Bild ist schon ein normales Bild des Modells.</translation>
    </message>
    <message>
        <source>%1 is not shown in this queue.</source>
        <translation>%1 ist in dieser Warteschlange nicht zu sehen.</translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewText</name>
    <message>
        <source>OK</source>
        <translation>OK</translation>
    </message>
    <message>
        <source>NG</source>
        <translation>NG</translation>
    </message>
    <message>
        <source>Unsure</source>
        <translation>Unsicher</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>Zurückgenommen</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>Alle Bilder</translation>
    </message>
    <message>
        <source>Label and score disagree</source>
        <translation>Kennzeichnung gegen Score</translation>
    </message>
    <message>
        <source>Second opinion (blind)</source>
        <translation>Zweitmeinung (blind)</translation>
    </message>
    <message>
        <source>Reviewers disagree</source>
        <translation>Prüfer uneinig</translation>
    </message>
    <message>
        <source>Nearest to the threshold first</source>
        <translation>Nächste am Schwellenwert zuerst</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>Höchster Score zuerst</translation>
    </message>
    <message>
        <source>By category and name</source>
        <translation>Nach Kategorie und Name</translation>
    </message>
    <message>
        <source>Random, always the same</source>
        <translation>Zufällig, immer gleich</translation>
    </message>
    <message>
        <source>Furthest on the wrong side first</source>
        <translation>Weiteste auf der falschen Seite zuerst</translation>
    </message>
    <message>
        <source>Decided or not</source>
        <translation>Entschieden oder nicht</translation>
    </message>
    <message>
        <source>Undecided only</source>
        <translation>Nur noch offene</translation>
    </message>
    <message>
        <source>Decided OK</source>
        <translation>Als OK entschieden</translation>
    </message>
    <message>
        <source>Decided NG</source>
        <translation>Als NG entschieden</translation>
    </message>
    <message>
        <source>Decided unsure</source>
        <translation>Als unsicher entschieden</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>Highest cost at stake first</source>
        <translation>Was am meisten kosten kann zuerst</translation>
    </message>
    <message>
        <source>What is at stake is not known: no costs are kept with the model (Analyse &gt; Pass, review, fail). Those nearest to the threshold come first.</source>
        <translation>Was auf dem Spiel steht, ist nicht bekannt: Beim Modell sind keine Kosten aufbewahrt (Analyse &gt; Gut, prüfen, schlecht). Zuerst kommt, was dem Schwellenwert am nächsten liegt.</translation>
    </message>
    <message>
        <source>taken as normal</source>
        <translation>als normal übernommen</translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewedChoice</name>
    <message>
        <source>Look through what was reviewed</source>
        <translation>Geprüftes durchsehen</translation>
    </message>
    <message>
        <source>&amp;Use what was reviewed: %1, %2</source>
        <translation>Ge&amp;prüftes nutzen: %1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) accepted as normal</source>
        <translation>
            <numerusform>%Ln Bild als normal angenommen</numerusform>
            <numerusform>%Ln Bilder als normal angenommen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln defect(s) drawn</source>
        <translation>
            <numerusform>%Ln Defekt gezeichnet</numerusform>
            <numerusform>%Ln Defekte gezeichnet</numerusform>
        </translation>
    </message>
    <message>
        <source>They are learned from and no longer count when the result is tested.</source>
        <translation>Daraus wird gelernt; beim Testen des Ergebnisses zählen sie nicht mehr.</translation>
    </message>
    <message numerus="yes">
        <source>Not used: %Ln defect(s) on which nothing is drawn.</source>
        <translation>
            <numerusform>Nicht genutzt: %Ln Defekt, auf dem nichts gezeichnet ist.</numerusform>
            <numerusform>Nicht genutzt: %Ln Defekte, auf denen nichts gezeichnet ist.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not used: %Ln picture(s) on which reviewers differ.</source>
        <translation>
            <numerusform>Nicht genutzt: %Ln Bild, bei dem sich die Prüfer uneinig sind.</numerusform>
            <numerusform>Nicht genutzt: %Ln Bilder, bei denen sich die Prüfer uneinig sind.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewerDialog</name>
    <message>
        <source>Who reviews?</source>
        <translation>Wer prüft?</translation>
    </message>
    <message>
        <source>Each decision is kept with a name and cannot be changed afterwards, only taken back.</source>
        <translation>Jede Entscheidung wird mit einem Namen aufbewahrt und lässt sich danach nicht ändern, nur zurücknehmen.</translation>
    </message>
    <message>
        <source>Known reviewers</source>
        <translation>Bekannte Prüfer</translation>
    </message>
    <message>
        <source>&amp;New name:</source>
        <translation>&amp;Neuer Name:</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>&amp;Prüfen</translation>
    </message>
</context>
<context>
    <name>cf::ui::RunDetails</name>
    <message>
        <source>It has not begun yet.</source>
        <translation>Er hat noch nicht begonnen.</translation>
    </message>
    <message>
        <source>It is running: %L1 steps so far.</source>
        <translation>Er läuft: bisher %L1 Schritte.</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>Er ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>It was stopped after %L1 steps (%2); everything up to the last checkpoint is kept.</source>
        <translation>Er wurde nach %L1 Schritten (%2) angehalten; alles bis zum letzten Checkpoint bleibt erhalten.</translation>
    </message>
    <message>
        <source>Its program went away after %L1 steps (%2); everything up to the last checkpoint is kept.</source>
        <translation>Sein Programm brach nach %L1 Schritten (%2) ab; alles bis zum letzten Checkpoint bleibt erhalten.</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>Er ist fertig.</translation>
    </message>
    <message>
        <source>It was trained for %L1 steps in %2</source>
        <translation>Er wurde %L1 Schritte lang trainiert, in %2</translation>
    </message>
    <message>
        <source>, loss %L1 at the end</source>
        <translation>, Verlust am Ende %L1</translation>
    </message>
    <message>
        <source>. It has not been evaluated.</source>
        <translation>. Er wurde nicht ausgewertet.</translation>
    </message>
    <message>
        <source>none: the maps come from another method</source>
        <translation>keines: die Karten stammen von einer anderen Methode</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>noch keines</translation>
    </message>
    <message>
        <source>%1 is gone; train it again.</source>
        <translation>%1 ist nicht mehr da; trainieren Sie es neu.</translation>
    </message>
    <message>
        <source>Run %1, %2, %3</source>
        <translation>Lauf %1, %2, %3</translation>
    </message>
    <message>
        <source>Train longer:</source>
        <translation>Länger trainieren:</translation>
    </message>
    <message>
        <source>Go on:</source>
        <translation>Fortsetzen:</translation>
    </message>
    <message>
        <source>A report needs an evaluation</source>
        <translation>Ein Bericht braucht eine Auswertung</translation>
    </message>
    <message>
        <source>⚠ Settings</source>
        <translation>⚠ Einstellungen</translation>
    </message>
    <message>
        <source>as the program chooses</source>
        <translation>vom Programm gewählt</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>Modell:</translation>
    </message>
    <message>
        <source>&amp;Use this run</source>
        <translation>Diesen Lauf &amp;verwenden</translation>
    </message>
    <message>
        <source>Inspect and Analyse show this run (Return in the table)</source>
        <translation>Inspektion und Analyse zeigen diesen Lauf (Eingabetaste in der Tabelle)</translation>
    </message>
    <message>
        <source>Re&amp;port...</source>
        <translation>Be&amp;richt...</translation>
    </message>
    <message>
        <source>Show fol&amp;der</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>File of the model</source>
        <translation>Datei des Modells</translation>
    </message>
    <message>
        <source>Command that goes on with the run</source>
        <translation>Befehl, der den Lauf fortsetzt</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Copy the command that goes on with the run</source>
        <translation>Den Befehl kopieren, der den Lauf fortsetzt</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>Einstellung</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
    <message>
        <source>Settings of the run</source>
        <translation>Einstellungen des Laufs</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with and are left out.</source>
        <translation>
            <numerusform>Mit %Ln Bild wurde trainiert, es bleibt außen vor.</numerusform>
            <numerusform>Mit %Ln Bildern wurde trainiert, sie bleiben außen vor.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::RunsModel</name>
    <message>
        <source>Before the filter %1, with it %2 per cent</source>
        <translation>Vor dem Filter %1, mit Filter %2 Prozent</translation>
    </message>
    <message>
        <source>%1, shown by the other pages</source>
        <translation>%1, auf den anderen Seiten gezeigt</translation>
    </message>
    <message>
        <source>Gain %1</source>
        <translation>Gewinn %1</translation>
    </message>
    <message>
        <source>%1 with the filter less %1 before it, in per cent points</source>
        <translation>%1 mit Filter minus %1 davor, in Prozentpunkten</translation>
    </message>
    <message>
        <source>Mean %1 over the categories in per cent, before the filter and with it</source>
        <translation>%1, Mittel über die Kategorien in Prozent, vor dem Filter und mit ihm</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
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
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>Erstellt</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>Schritte</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>Notizen</translation>
    </message>
</context>
<context>
    <name>cf::ui::RunsPage</name>
    <message>
        <source>Read the runs</source>
        <translation>Läufe lesen</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>Das Lesen wurde angehalten.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n Lauf</numerusform>
            <numerusform>%n Läufe</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n runs</source>
        <translation>
            <numerusform>%L1 von %n Lauf</numerusform>
            <numerusform>%L1 von %n Läufen</numerusform>
        </translation>
    </message>
    <message>
        <source>No run matches %1</source>
        <translation>Kein Lauf passt zu %1</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>Alle Läufe zeigen</translation>
    </message>
    <message>
        <source>No project is open. Open or create one to see its runs here.</source>
        <translation>Es ist kein Projekt geöffnet. Öffnen Sie eines oder legen Sie eines an, um hier seine Läufe zu sehen.</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>Läufe werden gelesen</translation>
    </message>
    <message>
        <source>There are no runs yet. Train a filter under Train; each training is kept here with its settings and figures.</source>
        <translation>Es gibt noch keine Läufe. Trainieren Sie unter Training einen Filter; jedes Training wird hier mit seinen Einstellungen und Kennzahlen aufbewahrt.</translation>
    </message>
    <message>
        <source>Select a run to see its details, or two to ten with Ctrl or Shift to compare them.</source>
        <translation>Wählen Sie einen Lauf, um Einzelheiten zu sehen, oder mit Strg oder Umschalt zwei bis zehn, um sie zu vergleichen.</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected; at most ten can be compared.</source>
        <translation>
            <numerusform>%n Lauf ist ausgewählt; höchstens zehn lassen sich vergleichen.</numerusform>
            <numerusform>%n Läufe sind ausgewählt; höchstens zehn lassen sich vergleichen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the runs</source>
        <translation>Läufe werden verglichen</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n runs</source>
        <translation>
            <numerusform>%n Lauf vergleichen</numerusform>
            <numerusform>%n Läufe vergleichen</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing was stopped.</source>
        <translation>Das Vergleichen wurde angehalten.</translation>
    </message>
    <message>
        <source>Edit the notes of run %1</source>
        <translation>Notizen zu Lauf %1 bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Use this run</source>
        <translation>Diesen Lauf &amp;verwenden</translation>
    </message>
    <message>
        <source>&amp;Report...</source>
        <translation>Be&amp;richt...</translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>&amp;Nummer kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;settings as a command</source>
        <translation>&amp;Einstellungen als Befehl kopieren</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>&amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Filter: name, number, state, profile, notes ...</source>
        <translation>Filter: Name, Nummer, Zustand, Profil, Notizen ...</translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation>Filter der Läufe</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Choose the columns; drag their headings to move them</source>
        <translation>Spalten auswählen; zum Verschieben ihre Köpfe ziehen</translation>
    </message>
    <message>
        <source>Making the maps ...</source>
        <translation>Karten werden erstellt ...</translation>
    </message>
    <message>
        <source>Maps of %1</source>
        <translation>Karten von %1</translation>
    </message>
    <message>
        <source>&amp;Edit the notes</source>
        <translation>Notizen &amp;bearbeiten</translation>
    </message>
</context>
<context>
    <name>cf::ui::RunsTable</name>
    <message>
        <source>Runs of the project</source>
        <translation>Läufe des Projekts</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>Spalten wie anfangs</translation>
    </message>
</context>
<context>
    <name>cf::ui::SaveProblem</name>
    <message numerus="yes">
        <source>%n step(s) could not be saved and wait here.</source>
        <translation>
            <numerusform>%n Schritt konnte nicht gespeichert werden und wartet hier.</numerusform>
            <numerusform>%n Schritte konnten nicht gespeichert werden und warten hier.</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>&amp;Leave them out</source>
        <translation>&amp;Weglassen</translation>
    </message>
    <message>
        <source>Forget what could not be saved and read the project again</source>
        <translation>Nicht Gespeichertes vergessen und das Projekt neu lesen</translation>
    </message>
</context>
<context>
    <name>cf::ui::ScorePlot</name>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>&amp;Logarithmische Achse</translation>
    </message>
</context>
<context>
    <name>cf::ui::SecondOpinionPanel</name>
    <message>
        <source>Second opinion</source>
        <translation>Zweitmeinung</translation>
    </message>
    <message>
        <source>&amp;Share:</source>
        <translation>An&amp;teil:</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Share of the pictures for a second opinion</source>
        <translation>Anteil der Bilder für eine Zweitmeinung</translation>
    </message>
    <message>
        <source>So much of the pictures is drawn for you to judge again, without seeing what others said. A larger share holds the smaller one.</source>
        <translation>So viele der Bilder werden gezogen, damit Sie sie noch einmal beurteilen, ohne die Urteile anderer zu sehen. Ein größerer Anteil enthält den kleineren.</translation>
    </message>
    <message>
        <source>No picture was judged twice yet.</source>
        <translation>Noch kein Bild wurde zweimal beurteilt.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) judged twice.</source>
        <translation>
            <numerusform>%n Bild zweimal beurteilt.</numerusform>
            <numerusform>%n Bilder zweimal beurteilt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Same decision: %L1 %</source>
        <translation>Gleiche Entscheidung: %L1 %</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ is not defined: only one kind of decision was used.</source>
        <translation>Cohens κ ist nicht definiert: es kam nur eine Art von Entscheidung vor.</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ %1</source>
        <translation>Cohens κ %1</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ %1 (95 %: %2 to %3)</source>
        <translation>Cohens κ %1 (95 %: %2 bis %3)</translation>
    </message>
    <message>
        <source>So few pictures say little.</source>
        <translation>So wenige Bilder sagen wenig aus.</translation>
    </message>
</context>
<context>
    <name>cf::ui::SelectTool</name>
    <message>
        <source>corner</source>
        <translation>Ecke</translation>
    </message>
    <message>
        <source>Click or drag a band to select, Ctrl adds; drag shapes and corners to move them, or use the arrow keys; a digit gives them its class. Alt+click on an edge makes a corner, Alt+Shift+click takes one away.</source>
        <translation>Ein Klick oder ein aufgezogener Rahmen wählt aus, Strg fügt hinzu; Formen und Ecken durch Ziehen oder mit den Pfeiltasten verschieben; eine Ziffer gibt ihnen ihre Klasse. Alt+Klick auf eine Kante setzt eine Ecke, Alt+Umschalt+Klick entfernt eine.</translation>
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
        <source>Read %1</source>
        <translation>%1 lesen</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>%1 prüfen</translation>
    </message>
    <message>
        <source>Read scores and decisions</source>
        <translation>Scores und Entscheidungen lesen</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShapeEditor</name>
    <message>
        <source>class</source>
        <translation>Klasse</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>Löschen</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>Duplizieren</translation>
    </message>
    <message>
        <source>move</source>
        <translation>Verschieben</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShapeExchange</name>
    <message>
        <source>File with shapes</source>
        <translation>Datei mit Formen</translation>
    </message>
    <message>
        <source>Folder with shapes</source>
        <translation>Ordner mit Formen</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>Tabelle (*.csv)</translation>
    </message>
    <message>
        <source>COCO (*.json)</source>
        <translation>COCO (*.json)</translation>
    </message>
    <message>
        <source>Export shapes</source>
        <translation>Formen exportieren</translation>
    </message>
    <message>
        <source>Export shapes to</source>
        <translation>Formen exportieren nach</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>%1 importieren</translation>
    </message>
    <message numerus="yes">
        <source>%n shapes were imported</source>
        <translation>
            <numerusform>%n Form wurde importiert</numerusform>
            <numerusform>%n Formen wurden importiert</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> on %n pictures.</source>
        <translation>
            <numerusform> auf %n Bild.</numerusform>
            <numerusform> auf %n Bildern.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out; the job&apos;s log names each.</source>
        <translation>
            <numerusform>%n wurde ausgelassen; das Protokoll des Auftrags nennt sie.</numerusform>
            <numerusform>%n wurden ausgelassen; das Protokoll des Auftrags nennt jede.</numerusform>
        </translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>Nach %1 exportieren</translation>
    </message>
    <message>
        <source>This format does not hold everything:</source>
        <translation>Dieses Format kann nicht alles aufnehmen:</translation>
    </message>
    <message>
        <source>&amp;Write it so</source>
        <translation>&amp;Trotzdem schreiben</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>%1 schreiben</translation>
    </message>
    <message numerus="yes">
        <source>%n shapes were written to %1.</source>
        <translation>
            <numerusform>%n Form wurde nach %1 geschrieben.</numerusform>
            <numerusform>%n Formen wurden nach %1 geschrieben.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::ShapeListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>Polygon</translation>
    </message>
    <message>
        <source>rectangle</source>
        <translation>Rechteck</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>Ellipse</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>Maske</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>Markierung</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShiftDialog</name>
    <message>
        <source>Report of a shift or a lot</source>
        <translation>Bericht einer Schicht oder eines Loses</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>The last %1 hours</source>
        <translation>Die letzten %1 Stunden</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>Die letzten 24 Stunden</translation>
    </message>
    <message>
        <source>From … until …</source>
        <translation>Von … bis …</translation>
    </message>
    <message>
        <source>Everything so far</source>
        <translation>Alles bisher</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>All; or a folder, such as bolt/test/lot17</source>
        <translation>Alle; oder ein Ordner, etwa bolt/test/lot17</translation>
    </message>
    <message>
        <source>What was decided, how fast, how well reviewers agree, what mistakes cost, and the pictures that matter; with the state of the trail.</source>
        <translation>Was entschieden wurde, wie schnell, wie gut die Prüfer übereinstimmen, was Fehler kosten, und die Bilder, auf die es ankommt; mit dem Zustand des Protokolls.</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>&amp;Zeit</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>&amp;Von</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>&amp;Bis</translation>
    </message>
    <message>
        <source>&amp;Reviewer</source>
        <translation>&amp;Prüfer</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>&amp;Lot</source>
        <translation>&amp;Los</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>The shift ends before it begins.</source>
        <translation>Die Schicht endet, bevor sie beginnt.</translation>
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
    <name>cf::ui::SizeTable</name>
    <message>
        <source>All kinds</source>
        <translation>Alle Arten</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>Art</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>Flächen</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>Area, px</source>
        <translation>Fläche, px</translation>
    </message>
    <message>
        <source>% of the picture</source>
        <translation>% des Bildes</translation>
    </message>
    <message>
        <source>Length, px</source>
        <translation>Länge, px</translation>
    </message>
    <message>
        <source>Width, px</source>
        <translation>Breite, px</translation>
    </message>
    <message>
        <source>Length ÷ width</source>
        <translation>Länge ÷ Breite</translation>
    </message>
    <message>
        <source>Sizes of the defects by kind</source>
        <translation>Größen der Defekte nach Art</translation>
    </message>
    <message>
        <source>Medians, in brackets from which to which the middle half reaches. A double click shows that kind alone; a right click copies the table.</source>
        <translation>Mediane, in Klammern, von wo bis wo die mittlere Hälfte reicht. Ein Doppelklick zeigt diese Art allein; ein Rechtsklick kopiert die Tabelle.</translation>
    </message>
</context>
<context>
    <name>cf::ui::SourceBox</name>
    <message>
        <source>Look for template sources</source>
        <translation>Vorlagenquellen suchen</translation>
    </message>
    <message>
        <source>Normal pictures</source>
        <translation>Normale Bilder</translation>
    </message>
    <message>
        <source>Source of the templates</source>
        <translation>Quelle der Vorlagen</translation>
    </message>
</context>
<context>
    <name>cf::ui::SourceChoice</name>
    <message>
        <source>By the rule above. Other sources are plugins.</source>
        <translation>Nach der Regel oben. Andere Quellen sind Plug-ins.</translation>
    </message>
    <message>
        <source>Templates come from</source>
        <translation>Vorlagen kommen aus</translation>
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
    <name>cf::ui::StepBar</name>
    <message>
        <source>Steps of the training</source>
        <translation>Schritte des Trainings</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>Schritt %1 von %2: %3</translation>
    </message>
    <message>
        <source>%1, in order</source>
        <translation>%1, in Ordnung</translation>
    </message>
    <message>
        <source>%1, needs your attention</source>
        <translation>%1, braucht Ihre Aufmerksamkeit</translation>
    </message>
</context>
<context>
    <name>cf::ui::TemplateControls</name>
    <message>
        <source>For each picture the N normal pictures that look most like it. Best where parts lie in different ways.</source>
        <translation>Für jedes Bild die N normalen Bilder, die ihm am meisten ähneln. Am besten, wenn Teile unterschiedlich liegen.</translation>
    </message>
    <message>
        <source>The same N for every picture, spread so that no normal picture is far from one of them. Outliers are among the first to be taken.</source>
        <translation>Dieselben N für jedes Bild, so verteilt, dass kein normales Bild weit von allen entfernt ist. Ausreißer werden mit als Erste genommen.</translation>
    </message>
    <message>
        <source>The same N for every picture, drawn by lot, as in the paper.</source>
        <translation>Dieselben N für jedes Bild, per Zufall gezogen wie in der Veröffentlichung.</translation>
    </message>
    <message>
        <source>Those that you pick, for every picture; each category needs at least one. N is then only how many golden samples are suggested.</source>
        <translation>Die von Ihnen gewählten, für jedes Bild; jede Kategorie braucht mindestens eine. N ist dann nur die Zahl der vorgeschlagenen Golden Samples.</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>Fr&amp;om</source>
        <translation>&amp;Quelle</translation>
    </message>
    <message>
        <source>R&amp;ule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>&amp;Number (N)</source>
        <translation>An&amp;zahl (N)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>Rule that chooses the templates</source>
        <translation>Regel, nach der die Vorlagen gewählt werden</translation>
    </message>
    <message>
        <source>Most alike (recommended)</source>
        <translation>Ähnlichste (empfohlen)</translation>
    </message>
    <message>
        <source>Cover all normals (k-centre)</source>
        <translation>Alle normalen abdecken (k-Center)</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Picked by hand</source>
        <translation>Von Hand gewählt</translation>
    </message>
    <message>
        <source>Number of templates</source>
        <translation>Anzahl der Vorlagen</translation>
    </message>
</context>
<context>
    <name>cf::ui::TemplatesPage</name>
    <message>
        <source>Other rule for templates</source>
        <translation>Andere Regel für Vorlagen</translation>
    </message>
    <message>
        <source>Other number of templates</source>
        <translation>Andere Anzahl von Vorlagen</translation>
    </message>
    <message>
        <source>Compare the normals of %1</source>
        <translation>Normale Bilder von %1 vergleichen</translation>
    </message>
    <message>
        <source>The normal pictures have not been compared: cancelled.</source>
        <translation>Die normalen Bilder wurden nicht verglichen: abgebrochen.</translation>
    </message>
    <message>
        <source>Open a dataset first; then its normal pictures can be compared here.</source>
        <translation>Öffnen Sie zuerst einen Datensatz; danach lassen sich hier seine normalen Bilder vergleichen.</translation>
    </message>
    <message>
        <source>This dataset has no category.</source>
        <translation>Dieser Datensatz hat keine Kategorie.</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n normal training pictures, and two are needed to compare them. Put good pictures into its train/good folder.</source>
        <translation>
            <numerusform>%1 hat %n normales Trainingsbild, zum Vergleichen sind zwei nötig. Legen Sie gute Bilder in den Ordner train/good der Kategorie.</numerusform>
            <numerusform>%1 hat %n normale Trainingsbilder, zum Vergleichen sind zwei nötig. Legen Sie gute Bilder in den Ordner train/good der Kategorie.</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Comparing the normal pictures of %1; the next time it is quick.</source>
        <translation>Normale Bilder von %1 werden verglichen; beim nächsten Mal geht es schnell.</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>Hinzu&amp;fügen</translation>
    </message>
    <message>
        <source>Takes the selected normal pictures as templates (Space)</source>
        <translation>Nimmt die ausgewählten normalen Bilder als Vorlagen (Leertaste)</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Takes the selected templates out (Delete)</source>
        <translation>Nimmt die ausgewählten Vorlagen heraus (Entf)</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message numerus="yes">
        <source>%n outliers</source>
        <translation>
            <numerusform>%n Ausreißer</numerusform>
            <numerusform>%n Ausreißer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n Bild</numerusform>
            <numerusform>%n Bilder</numerusform>
        </translation>
    </message>
    <message>
        <source>Add templates</source>
        <translation>Vorlagen hinzufügen</translation>
    </message>
    <message>
        <source>Remove templates</source>
        <translation>Vorlagen entfernen</translation>
    </message>
    <message>
        <source>Suggest golden samples</source>
        <translation>Golden Samples vorschlagen</translation>
    </message>
    <message>
        <source>Most alike to %1</source>
        <translation>Am ähnlichsten zu %1</translation>
    </message>
    <message>
        <source>Most alike to each picture</source>
        <translation>Am ähnlichsten zum jeweiligen Bild</translation>
    </message>
    <message>
        <source>Choose a picture to see which normals are most like it.</source>
        <translation>Wählen Sie ein Bild, um zu sehen, welche normalen ihm am meisten ähneln.</translation>
    </message>
    <message numerus="yes">
        <source>%n picked by hand</source>
        <translation>
            <numerusform>%n von Hand gewählt</numerusform>
            <numerusform>%n von Hand gewählt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen by the rule</source>
        <translation>
            <numerusform>%n nach der Regel gewählt</numerusform>
            <numerusform>%n nach der Regel gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag normal pictures here, or select some and press Space.</source>
        <translation>Ziehen Sie normale Bilder hierher oder wählen Sie welche aus und drücken Sie die Leertaste.</translation>
    </message>
    <message>
        <source>Pick a template first: select a normal picture and press Space, or use &quot;Suggest golden samples&quot;.</source>
        <translation>Wählen Sie zuerst eine Vorlage: ein normales Bild auswählen und die Leertaste drücken, oder „Golden Samples vorschlagen“ verwenden.</translation>
    </message>
    <message>
        <source>Other source of templates</source>
        <translation>Andere Quelle für Vorlagen</translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation>Vorlage %1</translation>
    </message>
    <message>
        <source>Given for %1</source>
        <translation>Für %1 geliefert</translation>
    </message>
    <message>
        <source>Given for each picture</source>
        <translation>Für jedes Bild geliefert</translation>
    </message>
    <message>
        <source>This source gives features, which cannot be shown.</source>
        <translation>Diese Quelle liefert Merkmale, die sich nicht anzeigen lassen.</translation>
    </message>
    <message>
        <source>Choose a picture to see what the source gives for it.</source>
        <translation>Wählen Sie ein Bild, um zu sehen, was die Quelle dafür liefert.</translation>
    </message>
</context>
<context>
    <name>cf::ui::TemplatesStep</name>
    <message>
        <source>Most &amp;alike</source>
        <translation>Ähnli&amp;chste</translation>
    </message>
    <message>
        <source>For each picture, the normal ones that resemble it most, chosen anew every time. Right for most products, and for parts that lie differently from picture to picture.</source>
        <translation>Für jedes Bild die normalen, die ihm am meisten ähneln, jedes Mal neu gewählt. Richtig für die meisten Produkte und für Teile, die von Bild zu Bild anders liegen.</translation>
    </message>
    <message>
        <source>The &amp;same for all</source>
        <translation>&amp;Für alle dieselben</translation>
    </message>
    <message>
        <source>A few normal pictures, drawn once, as in the paper. Enough when all pictures look alike; choose it to compare with published figures.</source>
        <translation>Einige normale Bilder, einmal gezogen wie in der Veröffentlichung. Genügt, wenn alle Bilder ähnlich aussehen; wählen Sie dies zum Vergleich mit veröffentlichten Zahlen.</translation>
    </message>
    <message>
        <source>Those that &amp;cover the range</source>
        <translation>Die ganze Bandb&amp;reite</translation>
    </message>
    <message>
        <source>A few normal pictures that together show the whole variety of the good ones. Fixed like the random ones, but none is there twice.</source>
        <translation>Einige normale Bilder, die zusammen die ganze Vielfalt der guten zeigen. Fest wie die zufälligen, aber keines ist doppelt.</translation>
    </message>
    <message>
        <source>Picked by han&amp;d</source>
        <translation>&amp;Von Hand gewählt</translation>
    </message>
    <message>
        <source>Golden samples of your own choice: those in the tray of the Templates page. At least one for each category.</source>
        <translation>Golden Samples Ihrer Wahl: die aus der Ablage der Seite Vorlagen. Mindestens eines je Kategorie.</translation>
    </message>
    <message>
        <source>No template is picked yet: put pictures into the tray of the Templates page, or choose another rule.</source>
        <translation>Noch ist keine Vorlage gewählt: legen Sie Bilder in die Ablage der Seite Vorlagen oder wählen Sie eine andere Regel.</translation>
    </message>
    <message>
        <source>What is each picture compared with?</source>
        <translation>Womit wird jedes Bild verglichen?</translation>
    </message>
    <message>
        <source>Templates are normal pictures of yours. A defect is what none of the templates shows; the filter then learns which differences are harmless.</source>
        <translation>Vorlagen sind normale Bilder von Ihnen. Ein Defekt ist, was keine der Vorlagen zeigt; der Filter lernt dann, welche Unterschiede harmlos sind.</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) picked</source>
        <translation>
            <numerusform>%n Bild gewählt</numerusform>
            <numerusform>%n Bilder gewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Templates per picture (N)</source>
        <translation>Vorlagen &amp;je Bild (N)</translation>
    </message>
    <message>
        <source>Templates per picture</source>
        <translation>Vorlagen je Bild</translation>
    </message>
    <message>
        <source>More templates show more variety, and cost time and memory. Three suit most products.</source>
        <translation>Mehr Vorlagen zeigen mehr Vielfalt und kosten Zeit und Speicher. Drei passen für die meisten Produkte.</translation>
    </message>
    <message>
        <source>&amp;Look at the coverage...</source>
        <translation>Abdec&amp;kung ansehen...</translation>
    </message>
    <message>
        <source>Shows which good pictures have no template that resembles them.</source>
        <translation>Zeigt, welchen guten Bildern keine Vorlage ähnelt.</translation>
    </message>
</context>
<context>
    <name>cf::ui::ThresholdPanel</name>
    <message>
        <source>R&amp;ule</source>
        <translation>&amp;Regel</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>Von Hand</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>Bester F1</translation>
    </message>
    <message>
        <source>False rejects at most</source>
        <translation>Pseudofehler höchstens</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>Geringste Kosten</translation>
    </message>
    <message>
        <source>False re&amp;jects</source>
        <translation>&amp;Pseudofehler</translation>
    </message>
    <message>
        <source> %</source>
        <translation> %</translation>
    </message>
    <message>
        <source>Of the good pictures, at most so many may be judged defective; then as many defects as possible are found</source>
        <translation>Von den guten Bildern dürfen höchstens so viele als defekt beurteilt werden; dann werden so viele Defekte wie möglich gefunden</translation>
    </message>
    <message>
        <source>An e&amp;scape costs</source>
        <translation>Ein &amp;Schlupf kostet</translation>
    </message>
    <message>
        <source>One defective part that passes, in any currency</source>
        <translation>Ein defektes Teil, das durchgeht, in beliebiger Währung</translation>
    </message>
    <message>
        <source>A false reject c&amp;osts</source>
        <translation>Ein Pseudo&amp;fehler kostet</translation>
    </message>
    <message>
        <source>One good part that is rejected, in the same currency</source>
        <translation>Ein gutes Teil, das aussortiert wird, in derselben Währung</translation>
    </message>
    <message>
        <source>&amp;Defective parts</source>
        <translation>Def&amp;ekte Teile</translation>
    </message>
    <message>
        <source>Expected in production; the test set has far more of them</source>
        <translation>In der Produktion erwartet; der Testsatz enthält weit mehr davon</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>Sch&amp;wellenwert</translation>
    </message>
    <message>
        <source>A picture with this score or a higher one is judged defective</source>
        <translation>Ein Bild mit diesem oder einem höheren Score wird als defekt beurteilt</translation>
    </message>
    <message>
        <source>Threshold over the range of the scores</source>
        <translation>Schwellenwert über den Bereich der Scores</translation>
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
    <name>cf::ui::TrainPage</name>
    <message>
        <source>The training failed.</source>
        <translation>Das Training ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The model is trained, but could not be tested.</source>
        <translation>Das Modell ist trainiert, konnte aber nicht getestet werden.</translation>
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
        <source>The model is trained; its test was stopped.</source>
        <translation>Das Modell ist trainiert; sein Test wurde angehalten.</translation>
    </message>
    <message>
        <source>The training cannot begin yet.</source>
        <translation>Das Training kann noch nicht beginnen.</translation>
    </message>
    <message>
        <source>All set. The training can begin.</source>
        <translation>Alles bereit. Das Training kann beginnen.</translation>
    </message>
    <message>
        <source>A project keeps the model, the results and your decisions.</source>
        <translation>Ein Projekt bewahrt das Modell, die Ergebnisse und Ihre Entscheidungen auf.</translation>
    </message>
    <message>
        <source>Ended at step %L1 as you asked. The filter is tested.</source>
        <translation>Wie gewünscht bei Schritt %L1 beendet. Der Filter ist getestet.</translation>
    </message>
    <message>
        <source>Ended at step %L1 as you asked. The best weights, of step %L2 (score %L3), became the model, which is tested.</source>
        <translation>Wie gewünscht bei Schritt %L1 beendet. Die besten Gewichte, aus Schritt %L2 (Score %L3), wurden zum Modell, das getestet ist.</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>Daten</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>What may vary</source>
        <translation>Was variieren darf</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>Profil</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>A training is running; these settings can be changed when it is over.</source>
        <translation>Ein Training läuft; diese Einstellungen lassen sich ändern, wenn es beendet ist.</translation>
    </message>
    <message>
        <source>◂ Back</source>
        <translation>◂ Zurück</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Zurück</translation>
    </message>
    <message>
        <source>The step before (Alt+Left)</source>
        <translation>Der Schritt davor (Alt+Links)</translation>
    </message>
    <message>
        <source>Next ▸</source>
        <translation>Weiter ▸</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Weiter</translation>
    </message>
    <message>
        <source>The step after (Alt+Right)</source>
        <translation>Der Schritt danach (Alt+Rechts)</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>Lernen</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Run %1 failed.</source>
        <translation>Lauf %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Run %1 is trained, but not tested.</source>
        <translation>Lauf %1 ist trainiert, aber nicht getestet.</translation>
    </message>
    <message>
        <source>Run %1 was stopped. Everything up to its last step is kept.</source>
        <translation>Lauf %1 wurde angehalten. Alles bis zu seinem letzten Schritt ist erhalten.</translation>
    </message>
    <message>
        <source>Run %1 is trained and tested. A new training becomes a run of its own.</source>
        <translation>Lauf %1 ist trainiert und getestet. Ein neues Training wird ein eigener Lauf.</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainingControls</name>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 von %L2</translation>
    </message>
    <message>
        <source>Paused. Everything so far is kept.</source>
        <translation>Pausiert. Alles bisher Gelernte bleibt erhalten.</translation>
    </message>
    <message>
        <source>Stopping at the next step...</source>
        <translation>Hält beim nächsten Schritt an...</translation>
    </message>
    <message>
        <source>Ending, and keeping the best result so far...</source>
        <translation>Wird beendet, das bisher beste Ergebnis bleibt...</translation>
    </message>
    <message>
        <source>Training...</source>
        <translation>Training läuft...</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>noch %1</translation>
    </message>
    <message>
        <source>waiting for data %L1 % of the time</source>
        <translation>wartet %L1 % der Zeit auf Daten</translation>
    </message>
    <message>
        <source>Create a &amp;project to train...</source>
        <translation>Projekt zum Trainieren anle&amp;gen...</translation>
    </message>
    <message>
        <source>&amp;Start a new training</source>
        <translation>&amp;Neues Training starten</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>Training &amp;starten</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>Pause a&amp;ufheben</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Pause</translation>
    </message>
    <message>
        <source>Leaves the computer to other work for a while</source>
        <translation>Überlässt den Rechner eine Weile anderer Arbeit</translation>
    </message>
    <message>
        <source>Stop and &amp;keep the best</source>
        <translation>Anhalten und B&amp;estes behalten</translation>
    </message>
    <message>
        <source>Ends now; the best weights so far become the model and are tested</source>
        <translation>Beendet jetzt; die bisher besten Gewichte werden zum Modell und getestet</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>Anhal&amp;ten</translation>
    </message>
    <message>
        <source>Ends here; what is learned so far is kept, and it can go on later</source>
        <translation>Beendet hier; das Gelernte bleibt erhalten, und es kann später weitergehen</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>Takes up what was stopped, from its last step</source>
        <translation>Setzt Angehaltenes ab dem letzten Schritt fort</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>Fortschritt des Trainings</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainingCurves</name>
    <message>
        <source>score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>Losses (mean of %1 steps)</source>
        <translation>Verluste (Mittel über %1 Schritte)</translation>
    </message>
    <message>
        <source>Score on held-out synthetic defects</source>
        <translation>Score auf zurückgehaltenen künstlichen Defekten</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>Lernrate</translation>
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
        <source>Rises as it learns.</source>
        <translation>Steigt während des Lernens.</translation>
    </message>
    <message>
        <source>Rises, then falls.</source>
        <translation>Steigt, fällt dann.</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainingRun</name>
    <message>
        <source>Go on with run %1</source>
        <translation>Lauf %1 fortsetzen</translation>
    </message>
    <message>
        <source>Train on %1</source>
        <translation>Auf %1 trainieren</translation>
    </message>
    <message>
        <source>Evaluate run %1</source>
        <translation>Lauf %1 auswerten</translation>
    </message>
    <message>
        <source>Read the pictures of run %1</source>
        <translation>Bilder von Lauf %1 lesen</translation>
    </message>
    <message>
        <source>Read the latest training</source>
        <translation>Das letzte Training lesen</translation>
    </message>
</context>
<context>
    <name>cf::ui::ValuesPanel</name>
    <message>
        <source>Pixel (column, row)</source>
        <translation>Pixel (Spalte, Zeile)</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>Spalte</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>Zeile</translation>
    </message>
    <message>
        <source>Follows the mouse over a view; type a place without one</source>
        <translation>Folgt der Maus über einer Ansicht; ohne Maus eine Stelle eingeben</translation>
    </message>
    <message>
        <source>Values of the maps</source>
        <translation>Werte der Karten</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>Karte</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>Wert</translation>
    </message>
</context>
<context>
    <name>cf::ui::VaryQuestion</name>
    <message>
        <source>No</source>
        <translation>Nein</translation>
    </message>
    <message>
        <source>As in my pictures</source>
        <translation>Wie in meinen Bildern</translation>
    </message>
    <message>
        <source>More than in my pictures</source>
        <translation>Mehr als in meinen Bildern</translation>
    </message>
</context>
<context>
    <name>cf::ui::VaryStep</name>
    <message>
        <source>Show what may vary</source>
        <translation>Zeigen, was variieren darf</translation>
    </message>
    <message>
        <source>Your pictures show no ground around the product.</source>
        <translation>Ihre Bilder zeigen keinen Untergrund um das Produkt.</translation>
    </message>
    <message>
        <source>The examples could not be made.</source>
        <translation>Die Beispiele ließen sich nicht erzeugen.</translation>
    </message>
    <message>
        <source>Tick a category with normal pictures in the first step to see examples.</source>
        <translation>Kreuzen Sie im ersten Schritt eine Kategorie mit normalen Bildern an, um Beispiele zu sehen.</translation>
    </message>
    <message>
        <source>Making examples from your pictures...</source>
        <translation>Beispiele aus Ihren Bildern werden erzeugt...</translation>
    </message>
    <message>
        <source>Brightness differs by %1 % between your good pictures.</source>
        <translation>Die Helligkeit Ihrer guten Bilder unterscheidet sich um %1 %.</translation>
    </message>
    <message>
        <source>Your products are shifted by up to %1 %. Turns of up to %2° count as normal.</source>
        <translation>Ihre Produkte sind um bis zu %1 % verschoben. Drehungen bis %2° gelten als normal.</translation>
    </message>
    <message>
        <source>“No” lets marks on the ground around the product count as defects.</source>
        <translation>Bei „Nein“ gelten Spuren auf dem Untergrund um das Produkt als Defekte.</translation>
    </message>
    <message>
        <source>From the sharpest to the softest good picture it is a blur of %1 pixels.</source>
        <translation>Vom schärfsten zum weichsten guten Bild ist es eine Unschärfe von %1 Pixeln.</translation>
    </message>
    <message>
        <source>What may vary without being a defect?</source>
        <translation>Was darf variieren, ohne ein Defekt zu sein?</translation>
    </message>
    <message>
        <source>The examples show how far your own pictures are changed while the filter learns. All that you see here should still be a good product.</source>
        <translation>Die Beispiele zeigen, wie weit Ihre Bilder verändert werden, während der Filter lernt. Alles, was Sie hier sehen, soll noch ein gutes Produkt sein.</translation>
    </message>
    <message>
        <source>Does the light change from picture to picture?</source>
        <translation>Ändert sich das Licht von Bild zu Bild?</translation>
    </message>
    <message>
        <source>Examples of light</source>
        <translation>Beispiele für Licht</translation>
    </message>
    <message>
        <source>Does the product lie differently each time?</source>
        <translation>Liegt das Produkt jedes Mal anders?</translation>
    </message>
    <message>
        <source>Examples of pose</source>
        <translation>Beispiele für die Lage</translation>
    </message>
    <message>
        <source>Does the ground around the product change?</source>
        <translation>Ändert sich der Untergrund um das Produkt?</translation>
    </message>
    <message>
        <source>Examples of background</source>
        <translation>Beispiele für den Untergrund</translation>
    </message>
    <message>
        <source>Does the sharpness change?</source>
        <translation>Ändert sich die Schärfe?</translation>
    </message>
    <message>
        <source>Examples of focus</source>
        <translation>Beispiele für die Schärfe</translation>
    </message>
    <message>
        <source>Examples from your pictures appear here.</source>
        <translation>Hier erscheinen Beispiele aus Ihren Bildern.</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>E&amp;rneut versuchen</translation>
    </message>
</context>
<context>
    <name>cf::ui::VerdictBar</name>
    <message>
        <source>Accept the picture and go to the next</source>
        <translation>Das Bild annehmen und zum nächsten gehen</translation>
    </message>
    <message>
        <source>Reject the picture without a reason and go to the next</source>
        <translation>Das Bild ohne Grund ablehnen und zum nächsten gehen</translation>
    </message>
    <message>
        <source>Leave it to others and go to the next picture</source>
        <translation>Es anderen überlassen und zum nächsten Bild gehen</translation>
    </message>
    <message>
        <source>Reasons…</source>
        <translation>Gründe …</translation>
    </message>
    <message>
        <source>Change the reasons of a rejection</source>
        <translation>Die Ablehnungsgründe ändern</translation>
    </message>
    <message>
        <source>Reject the picture: %1 (key %2)</source>
        <translation>Das Bild ablehnen: %1 (Taste %2)</translation>
    </message>
    <message>
        <source>Take as normal…</source>
        <translation>Als normal übernehmen …</translation>
    </message>
    <message>
        <source>A false alarm: make the picture a normal of the model, without training; asks first, and says which defects would be missed</source>
        <translation>Ein Fehlalarm: das Bild ohne Training zu einem normalen Bild des Modells machen; fragt vorher und sagt, welche Defekte übersehen würden</translation>
    </message>
</context>
<context>
    <name>cf::ui::WandTool</name>
    <message>
        <source>wand</source>
        <translation>Zauberstab</translation>
    </message>
    <message>
        <source>Click to take the area of like colour; it joins the selected mask, Shift makes a new one, Alt takes it away.</source>
        <translation>Ein Klick nimmt den Bereich ähnlicher Farbe; er kommt zur ausgewählten Maske, Umschalt macht eine neue, Alt nimmt ihn weg.</translation>
    </message>
    <message>
        <source>Click to take the area that the map shows as a defect, or from that place&apos;s score on; it joins the selected mask, Shift makes a new one, Alt takes it away.</source>
        <translation>Ein Klick nimmt den Bereich, den die Karte als Defekt zeigt, oder den ab dem Score dieser Stelle; er kommt zur ausgewählten Maske, Umschalt macht eine neue, Alt nimmt ihn weg.</translation>
    </message>
</context>
<context>
    <name>cf::ui::ZoneMatrix</name>
    <message>
        <source>escapes</source>
        <translation>Schlupf</translation>
    </message>
    <message>
        <source>rightly passed</source>
        <translation>zu Recht gut</translation>
    </message>
    <message>
        <source>defects to review</source>
        <translation>Defekte zum Prüfen</translation>
    </message>
    <message>
        <source>good ones to review</source>
        <translation>gute zum Prüfen</translation>
    </message>
    <message>
        <source>found defects</source>
        <translation>gefundene Defekte</translation>
    </message>
    <message>
        <source>false rejects</source>
        <translation>Pseudofehler</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>review</source>
        <translation>prüfen</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>schlecht</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>Show these pictures</source>
        <translation>Diese Bilder zeigen</translation>
    </message>
</context>
<context>
    <name>cf::ui::ZonesView</name>
    <message>
        <source>All categories</source>
        <translation>Alle Kategorien</translation>
    </message>
    <message>
        <source>Set both thresholds by hand.</source>
        <translation>Stellen Sie beide Schwellenwerte von Hand ein.</translation>
    </message>
    <message>
        <source>1,000 parts cost %1</source>
        <translation>1.000 Teile kosten %1</translation>
    </message>
    <message>
        <source>What 1,000 parts cost cannot be said.</source>
        <translation>Was 1.000 Teile kosten, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>(95 %: %1–%2)</source>
        <translation>(95 %: %1–%2)</translation>
    </message>
    <message>
        <source>To be looked at: %1 % of the parts</source>
        <translation>Zu prüfen: %1 % der Teile</translation>
    </message>
    <message>
        <source>Escapes: %1 in a million parts, at most %2</source>
        <translation>Schlupf: %1 je Million Teile, höchstens %2</translation>
    </message>
    <message numerus="yes">
        <source>No escape among %Ln defective picture(s): at most %1 in a million parts</source>
        <translation>
            <numerusform>Kein Schlupf bei %Ln defektem Bild: höchstens %1 je Million Teile</numerusform>
            <numerusform>Kein Schlupf bei %Ln defekten Bildern: höchstens %1 je Million Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>Escapes: unknown, because the test set has no defective picture</source>
        <translation>Schlupf: unbekannt, weil der Testsatz kein defektes Bild enthält</translation>
    </message>
    <message>
        <source>False rejects: %1 in a million parts</source>
        <translation>Pseudofehler: %1 je Million Teile</translation>
    </message>
    <message numerus="yes">
        <source>No false reject among %Ln good picture(s): at most %1 % of the good parts</source>
        <translation>
            <numerusform>Kein Pseudofehler bei %Ln gutem Bild: höchstens %1 % der guten Teile</numerusform>
            <numerusform>Kein Pseudofehler bei %Ln guten Bildern: höchstens %1 % der guten Teile</numerusform>
        </translation>
    </message>
    <message>
        <source>False rejects: unknown, because the test set has no good picture</source>
        <translation>Pseudofehler: unbekannt, weil der Testsatz kein gutes Bild enthält</translation>
    </message>
    <message>
        <source>The thresholds were chosen on these pictures; on others 1,000 parts may cost about %1 more.</source>
        <translation>Die Schwellenwerte wurden an diesen Bildern gewählt; bei anderen können 1.000 Teile etwa %1 mehr kosten.</translation>
    </message>
    <message>
        <source>With the model: pass below %1, fail from %2. &quot;infer&quot; decides by them.</source>
        <translation>Beim Modell: gut unter %1, schlecht ab %2. „infer“ entscheidet danach.</translation>
    </message>
    <message>
        <source>No thresholds lie with the model yet: &quot;infer&quot; gives scores alone.</source>
        <translation>Beim Modell liegen noch keine Schwellenwerte: „infer“ gibt nur Scores aus.</translation>
    </message>
    <message>
        <source>escapes and false rejects</source>
        <translation>Schlupf und Pseudofehler</translation>
    </message>
    <message>
        <source>%1: %L2</source>
        <translation>%1: %L2</translation>
    </message>
    <message>
        <source>No picture. Click a cell of the table to list others.</source>
        <translation>Kein Bild. Ein Klick auf eine Zelle der Tabelle listet andere auf.</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>&amp;Kategorie</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>Kategorie</translation>
    </message>
    <message>
        <source>What mistakes cost</source>
        <translation>Was Fehler kosten</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>Was das bedeutet</translation>
    </message>
    <message>
        <source>&amp;Keep with the model</source>
        <translation>Beim &amp;Modell ablegen</translation>
    </message>
    <message>
        <source>From then on &quot;infer&quot; says pass, review or fail for each picture</source>
        <translation>Ab dann sagt „infer“ zu jedem Bild gut, prüfen oder schlecht</translation>
    </message>
    <message>
        <source>Scores of the pictures</source>
        <translation>Scores der Bilder</translation>
    </message>
    <message>
        <source>What becomes of the test pictures</source>
        <translation>Was aus den Testbildern wird</translation>
    </message>
    <message>
        <source>score</source>
        <translation>Score</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>Bilder</translation>
    </message>
    <message>
        <source>good</source>
        <translation>gut</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>defekt</translation>
    </message>
    <message>
        <source>Histogram of the scores with both thresholds</source>
        <translation>Histogramm der Scores mit beiden Schwellenwerten</translation>
    </message>
    <message>
        <source>Drag the lines to move the thresholds: below the solid one a picture passes, from the dashed one on it fails. Left and Right move the solid one, with Ctrl the dashed one</source>
        <translation>Linien ziehen verschiebt die Schwellenwerte: unter der durchgezogenen ist ein Bild gut, ab der gestrichelten schlecht. Links und Rechts verschieben die durchgezogene, mit Strg die gestrichelte</translation>
    </message>
    <message>
        <source>any score</source>
        <translation>jeder Wert</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translation>%1 oder weniger</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 oder mehr</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Cheapest thresholds (95 %): pass below %1, fail from %2</source>
        <translation>Günstigste Schwellen (95 %): gut unter %1, schlecht ab %2</translation>
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
    <name>runText</name>
    <message>
        <source>Training</source>
        <translation>Training</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>Auswertung</translation>
    </message>
    <message>
        <source>Other method</source>
        <translation>Anderes Verfahren</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>In der Warteschlange</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>Unterbrochen</translation>
    </message>
</context>
</TS>
