<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
    <context>
        <name>BriefHead</name>
        <message numerus="yes">
            <source>%n mm</source>
            <translation>
                <numerusform>%n mm</numerusform>
                <numerusform>%n mm</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ChartBehind</name>
        <message numerus="yes">
            <source>The best %n of them</source>
            <translation>
                <numerusform>The best %n of them</numerusform>
                <numerusform>The best %n of them</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>CheckDialog</name>
        <message numerus="yes">
            <source>%n report(s) looked over</source>
            <translation>
                <numerusform>%n report looked over</numerusform>
                <numerusform>%n reports looked over</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n thing(s) wrong</source>
            <translation>
                <numerusform>%n thing wrong</numerusform>
                <numerusform>%n things wrong</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Checklist</name>
        <message numerus="yes">
            <source>Still needed, %n thing(s):</source>
            <translation>
                <numerusform>Still needed, %n thing:</numerusform>
                <numerusform>Still needed, %n things:</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Chip</name>
        <message numerus="yes">
            <source>{theme}, %n finding(s)</source>
            <translation>
                <numerusform>{theme}, %n finding</numerusform>
                <numerusform>{theme}, %n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>DataFileEntry</name>
        <message numerus="yes">
            <source>%n place(s)</source>
            <translation>
                <numerusform>%n place</numerusform>
                <numerusform>%n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n value(s)</source>
            <translation>
                <numerusform>%n value</numerusform>
                <numerusform>%n values</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Show %n more bad row(s)</source>
            <translation>
                <numerusform>Show %n more bad row</numerusform>
                <numerusform>Show %n more bad rows</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ExportForm</name>
        <message numerus="yes">
            <source>%n judgement(s) without a likelihood.</source>
            <translation>
                <numerusform>%n judgement without a likelihood.</numerusform>
                <numerusform>%n judgements without a likelihood.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n judgement(s) without a confidence.</source>
            <translation>
                <numerusform>%n judgement without a confidence.</numerusform>
                <numerusform>%n judgements without a confidence.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingWords</name>
        <message numerus="yes">
            <source>also in %n place(s)</source>
            <translation>
                <numerusform>also in %n place</numerusform>
                <numerusform>also in %n places</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n year(s) old</source>
            <translation>
                <numerusform>%n year old</numerusform>
                <numerusform>%n years old</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Search: %n finding(s) in all reports</source>
            <translation>
                <numerusform>Search: %n finding in all reports</numerusform>
                <numerusform>Search: %n findings in all reports</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsAnswers</name>
        <message numerus="yes">
            <source>Near misses: %n finding(s) that nearly answer</source>
            <translation>
                <numerusform>Near misses: %n finding that nearly answer</numerusform>
                <numerusform>Near misses: %n findings that nearly answer</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsDeeds</name>
        <message numerus="yes">
            <source>%n finding(s) added</source>
            <translation>
                <numerusform>%n finding added</numerusform>
                <numerusform>%n findings added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n taken out</source>
            <translation>
                <numerusform>%n taken out</numerusform>
                <numerusform>%n taken out</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Leave out %n finding(s)</source>
            <translation>
                <numerusform>Leave out %n finding</numerusform>
                <numerusform>Leave out %n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Lead with %n finding(s)</source>
            <translation>
                <numerusform>Lead with %n finding</numerusform>
                <numerusform>Lead with %n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Support with %n finding(s)</source>
            <translation>
                <numerusform>Support with %n finding</numerusform>
                <numerusform>Support with %n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Move %n finding(s)</source>
            <translation>
                <numerusform>Move %n finding</numerusform>
                <numerusform>Move %n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>FindingsHead</name>
        <message numerus="yes">
            <source>%n finding(s) passed over: nothing tells their date</source>
            <translation>
                <numerusform>%n finding passed over: nothing tells its date</numerusform>
                <numerusform>%n findings passed over: nothing tells their date</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s) would be proposed now that are not used.</source>
            <translation>
                <numerusform>%n finding would be proposed now that are not used.</numerusform>
                <numerusform>%n findings would be proposed now that are not used.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>GroupDialog</name>
        <message numerus="yes">
            <source>&amp;With the %n region(s) ticked</source>
            <translation>
                <numerusform>&amp;With the %n region ticked</numerusform>
                <numerusform>&amp;With the %n regions ticked</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n more</source>
            <translation>
                <numerusform>%n more</numerusform>
                <numerusform>%n more</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ImportReviewPane</name>
        <message numerus="yes">
            <source>%n new</source>
            <translation>
                <numerusform>%n new</numerusform>
                <numerusform>%n new</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n corrected</source>
            <translation>
                <numerusform>%n corrected</numerusform>
                <numerusform>%n corrected</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n already there</source>
            <translation>
                <numerusform>%n already there</numerusform>
                <numerusform>%n already there</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n failed</source>
            <translation>
                <numerusform>%n failed</numerusform>
                <numerusform>%n failed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n left aside</source>
            <translation>
                <numerusform>%n left aside</numerusform>
                <numerusform>%n left aside</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>IndicatorTicks</name>
        <message numerus="yes">
            <source>%n more indicator(s): type a part of the name.</source>
            <translation>
                <numerusform>%n more indicator: type a part of the name.</numerusform>
                <numerusform>%n more indicators: type a part of the name.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Meter</name>
        <message numerus="yes">
            <source>Over by {sides}: beside your own words and charts there is room for about %n finding(s). Use fewer, leave out a chart, or shorten your words.</source>
            <translation>
                <numerusform>Over by {sides}: beside your own words and charts there is room for about %n finding. Use fewer, leave out a chart, or shorten your words.</numerusform>
                <numerusform>Over by {sides}: beside your own words and charts there is room for about %n findings. Use fewer, leave out a chart, or shorten your words.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{filled} of %n side(s)</source>
            <translation>
                <numerusform>{filled} of %n side</numerusform>
                <numerusform>{filled} of %n sides</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n report(s)</source>
            <translation>
                <numerusform>%n report</numerusform>
                <numerusform>%n reports</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PreviewFoot</name>
        <message numerus="yes">
            <source>of %n</source>
            <comment>pages</comment>
            <translation>
                <numerusform>of %n</numerusform>
                <numerusform>of %n</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>PreviewHead</name>
        <message numerus="yes">
            <source>{filled} of %n side(s)</source>
            <translation>
                <numerusform>{filled} of %n side</numerusform>
                <numerusform>{filled} of %n sides</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Recovering</name>
        <message numerus="yes">
            <source>%n side file(s) of unsaved work cannot be read; see %1</source>
            <translation>
                <numerusform>%n side file of unsaved work cannot be read; see %1</numerusform>
                <numerusform>%n side files of unsaved work cannot be read; see %1</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RegionsModel</name>
        <message numerus="yes">
            <source>{name}, %n finding(s)</source>
            <translation>
                <numerusform>{name}, %n finding</numerusform>
                <numerusform>{name}, %n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportsList</name>
        <message numerus="yes">
            <source>%n report(s)</source>
            <translation>
                <numerusform>%n report</numerusform>
                <numerusform>%n reports</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ReportsRemoval</name>
        <message numerus="yes">
            <source>Remove %n report(s) from the library?</source>
            <translation>
                <numerusform>Remove %n report from the library?</numerusform>
                <numerusform>Remove %n reports from the library?</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>The open brief uses %n finding(s) from here.</source>
            <translation>
                <numerusform>The open brief uses %n finding from here.</numerusform>
                <numerusform>The open brief uses %n findings from here.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>Removing %n report(s) …</source>
            <translation>
                <numerusform>Removing %n report …</numerusform>
                <numerusform>Removing %n reports …</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>RulesDialog</name>
        <message numerus="yes">
            <source>%n rule(s) written.</source>
            <translation>
                <numerusform>%n rule written.</numerusform>
                <numerusform>%n rules written.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n rule(s) taken in.</source>
            <translation>
                <numerusform>%n rule taken in.</numerusform>
                <numerusform>%n rules taken in.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ScopeLimits</name>
        <message numerus="yes">
            <source>%n finding(s) passed over: the report has no date.</source>
            <translation>
                <numerusform>%n finding passed over: the report has no date.</numerusform>
                <numerusform>%n findings passed over: the report has no date.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n report(s)</source>
            <translation>
                <numerusform>%n report</numerusform>
                <numerusform>%n reports</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>{some} of %n report(s)</source>
            <translation>
                <numerusform>{some} of %n report</numerusform>
                <numerusform>{some} of %n reports</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SeriesForm</name>
        <message numerus="yes">
            <source>%n brief(s), such as “{name}” ({endings})</source>
            <translation>
                <numerusform>%n brief, such as “{name}” ({endings})</numerusform>
                <numerusform>%n briefs, such as “{name}” ({endings})</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SeriesModel</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>SourcesDialog</name>
        <message numerus="yes">
            <source>{some} of %n report(s).</source>
            <translation>
                <numerusform>{some} of %n report.</numerusform>
                <numerusform>{some} of %n reports.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Switching</name>
        <message numerus="yes">
            <source>%n finding(s) stand elsewhere now: please confirm them.</source>
            <translation>
                <numerusform>%n finding stand elsewhere now: please confirm them.</numerusform>
                <numerusform>%n findings stand elsewhere now: please confirm them.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n finding(s) are not in the library; they stay printed.</source>
            <translation>
                <numerusform>%n finding are not in the library; they stay printed.</numerusform>
                <numerusform>%n findings are not in the library; they stay printed.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TablesStrip</name>
        <message numerus="yes">
            <source>Tables, program or dates have changed: %n report(s) to be tagged again.</source>
            <translation>
                <numerusform>Tables, program or dates have changed: %n report to be tagged again.</numerusform>
                <numerusform>Tables, program or dates have changed: %n reports to be tagged again.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>TagsReach</name>
        <message numerus="yes">
            <source>Would change %n finding(s)</source>
            <translation>
                <numerusform>Would change %n finding</numerusform>
                <numerusform>Would change %n findings</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>in %n report(s)</source>
            <translation>
                <numerusform>in %n report</numerusform>
                <numerusform>in %n reports</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>ThemesModel</name>
        <message numerus="yes">
            <source>{name}, %n finding(s)</source>
            <translation>
                <numerusform>{name}, %n finding</numerusform>
                <numerusform>{name}, %n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Told</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message numerus="yes">
            <source>{sound} of %n finding(s) verbatim</source>
            <translation>
                <numerusform>{sound} of %n finding verbatim</numerusform>
                <numerusform>{sound} of %n findings verbatim</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n altered</source>
            <translation>
                <numerusform>%n altered</numerusform>
                <numerusform>%n altered</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n removed</source>
            <translation>
                <numerusform>%n removed</numerusform>
                <numerusform>%n removed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n not compared</source>
            <translation>
                <numerusform>%n not compared</numerusform>
                <numerusform>%n not compared</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n other part(s) changed</source>
            <translation>
                <numerusform>%n other part changed</numerusform>
                <numerusform>%n other parts changed</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n passage(s) added</source>
            <translation>
                <numerusform>%n passage added</numerusform>
                <numerusform>%n passages added</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>In the annex {sound} of %n passage(s) verbatim.</source>
            <translation>
                <numerusform>In the annex {sound} of %n passage verbatim.</numerusform>
                <numerusform>In the annex {sound} of %n passages verbatim.</numerusform>
            </translation>
        </message>
        <message numerus="yes">
            <source>%n found in the reports of the library.</source>
            <translation>
                <numerusform>%n found in the reports of the library.</numerusform>
                <numerusform>%n found in the reports of the library.</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>WrittenPane</name>
        <message numerus="yes">
            <source>%n file(s) written</source>
            <translation>
                <numerusform>%n file written</numerusform>
                <numerusform>%n files written</numerusform>
            </translation>
        </message>
    </context>
    <context>
        <name>_Counted</name>
        <message numerus="yes">
            <source>%n finding(s)</source>
            <translation>
                <numerusform>%n finding</numerusform>
                <numerusform>%n findings</numerusform>
            </translation>
        </message>
    </context>
</TS>
