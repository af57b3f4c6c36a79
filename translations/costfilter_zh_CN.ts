<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN">
<context>
    <name>Actions</name>
    <message>
        <source>Go to</source>
        <translation>转到</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>Dataset</source>
        <translation>数据集</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Inspect</source>
        <translation>检查</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>View</source>
        <translation>视图</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>&amp;New project...</source>
        <translation>新建项目(&amp;N)...</translation>
    </message>
    <message>
        <source>Choose a folder of pictures and a place for the results</source>
        <translation>选择图像文件夹和保存结果的位置</translation>
    </message>
    <message>
        <source>&amp;Open project...</source>
        <translation>打开项目(&amp;O)...</translation>
    </message>
    <message>
        <source>Go on with a project that exists</source>
        <translation>继续处理已有项目</translation>
    </message>
    <message>
        <source>Open &amp;pictures...</source>
        <translation>打开图像(&amp;P)...</translation>
    </message>
    <message>
        <source>Only look at a folder of pictures; nothing is written</source>
        <translation>仅查看图像文件夹，不写入任何内容</translation>
    </message>
    <message>
        <source>&amp;Try the demo</source>
        <translation>试用演示(&amp;T)</translation>
    </message>
    <message>
        <source>Make a small set of sample pictures and open it</source>
        <translation>生成一小组示例图像并打开</translation>
    </message>
    <message>
        <source>&amp;Close project</source>
        <translation>关闭项目(&amp;C)</translation>
    </message>
    <message>
        <source>Back to the start page</source>
        <translation>返回开始页</translation>
    </message>
    <message>
        <source>&amp;Find moved pictures...</source>
        <translation>查找已移动的图像(&amp;F)...</translation>
    </message>
    <message>
        <source>Say where the project&apos;s pictures are now</source>
        <translation>指定项目图像现在的位置</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>退出(&amp;Q)</translation>
    </message>
    <message>
        <source>&amp;Jobs</source>
        <translation>任务(&amp;J)</translation>
    </message>
    <message>
        <source>Show or hide running and past jobs</source>
        <translation>显示或隐藏运行中和已结束的任务</translation>
    </message>
    <message>
        <source>Theme of the &amp;desktop</source>
        <translation>跟随系统主题(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Light theme</source>
        <translation>浅色主题(&amp;L)</translation>
    </message>
    <message>
        <source>D&amp;ark theme</source>
        <translation>深色主题(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Command palette...</source>
        <translation>命令面板(&amp;C)...</translation>
    </message>
    <message>
        <source>Find and run any command by its name</source>
        <translation>按名称查找并执行任意命令</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>键盘快捷键(&amp;K)</translation>
    </message>
    <message>
        <source>All shortcuts on one page</source>
        <translation>在一页中列出所有快捷键</translation>
    </message>
    <message>
        <source>&amp;Edit shortcuts...</source>
        <translation>编辑快捷键(&amp;E)...</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>&amp;Filter pictures</source>
        <translation>筛选图像(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Next picture</source>
        <translation>下一幅图像(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Previous picture</source>
        <translation>上一幅图像(&amp;P)</translation>
    </message>
    <message>
        <source>Next s&amp;tage</source>
        <translation>下一阶段(&amp;T)</translation>
    </message>
    <message>
        <source>One step from the matching cost towards the fused map</source>
        <translation>从匹配代价向融合图前进一步</translation>
    </message>
    <message>
        <source>Previous st&amp;age</source>
        <translation>上一阶段(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Fit</source>
        <translation>适应窗口(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;100 %</source>
        <translation>100%(&amp;1)</translation>
    </message>
    <message>
        <source>Show or hide the &amp;maps</source>
        <translation>显示或隐藏异常图(&amp;M)</translation>
    </message>
    <message>
        <source>Show or hide the maps; hold H to hide them for a moment</source>
        <translation>显示或隐藏异常图；按住 H 可暂时隐藏</translation>
    </message>
    <message>
        <source>Show or hide the &amp;ground truth</source>
        <translation>显示或隐藏真值标注(&amp;G)</translation>
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
        <translation>全屏(&amp;U)</translation>
    </message>
    <message>
        <source>Language of the desk&amp;top</source>
        <translation>跟随系统语言(&amp;S)</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>撤销(&amp;U)</translation>
    </message>
    <message>
        <source>Take back the last change on this page</source>
        <translation>撤回本页上的最近一次更改</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>重做(&amp;R)</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>&amp;Train</source>
        <translation>训练(&amp;T)</translation>
    </message>
    <message>
        <source>Begin with the choices on the Train page</source>
        <translation>按“训练”页上的选择开始</translation>
    </message>
    <message>
        <source>T&amp;est the trained filter</source>
        <translation>测试已训练的滤波器(&amp;E)</translation>
    </message>
    <message>
        <source>Score the test pictures with the run that is shown</source>
        <translation>用当前显示的运行为测试图像计算分数</translation>
    </message>
    <message>
        <source>&amp;Report...</source>
        <translation>报告(&amp;R)...</translation>
    </message>
    <message>
        <source>Save figures, curves and pictures of the run that is shown as a web page or PDF</source>
        <translation>将当前显示的运行的指标、曲线和图像保存为网页或 PDF</translation>
    </message>
    <message>
        <source>&amp;Split view</source>
        <translation>分割视图(&amp;S)</translation>
    </message>
    <message>
        <source>Two maps in one view, with a handle between them</source>
        <translation>在一个视图中显示两幅图，中间有分隔线可拖动</translation>
    </message>
    <message>
        <source>Pr&amp;ofile line</source>
        <translation>剖面线(&amp;O)</translation>
    </message>
    <message>
        <source>The values of all maps along a line; drag with Shift</source>
        <translation>所有图沿一条线的值；按住 Shift 拖动</translation>
    </message>
    <message>
        <source>&amp;Export what is seen...</source>
        <translation>导出所见内容(&amp;E)...</translation>
    </message>
    <message>
        <source>Save the views as PNG, SVG or PDF</source>
        <translation>将视图保存为 PNG、SVG 或 PDF</translation>
    </message>
    <message>
        <source>Export maps as T&amp;IFF...</source>
        <translation>将异常图导出为 TIFF(&amp;I)...</translation>
    </message>
    <message>
        <source>Save the values of maps as 32-bit float pictures</source>
        <translation>将异常图的值保存为 32 位浮点图像</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Analyse</source>
        <translation>分析</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Report of these &amp;pictures...</source>
        <translation>这些图像的报告(&amp;P)...</translation>
    </message>
    <message>
        <source>Save the pictures that are selected on the Dataset page, or listed on the Analyse page, with their maps</source>
        <translation>保存在“数据集”页上选中或在“分析”页上列出的图像及其异常图</translation>
    </message>
    <message>
        <source>&amp;Add another method&apos;s maps...</source>
        <translation>添加其他方法的异常图(&amp;A)...</translation>
    </message>
    <message>
        <source>Measure a folder of score maps on the test pictures and keep it as a run, to compare with</source>
        <translation>在测试图像上评测一个文件夹中的异常图，并保存为运行以供比较</translation>
    </message>
    <message>
        <source>&amp;Select</source>
        <translation>选择(&amp;S)</translation>
    </message>
    <message>
        <source>Choose shapes, move them and their corners</source>
        <translation>选择形状，移动形状及其顶点</translation>
    </message>
    <message>
        <source>&amp;Polygon</source>
        <translation>多边形(&amp;P)</translation>
    </message>
    <message>
        <source>Draw an outline corner by corner</source>
        <translation>逐个顶点绘制轮廓</translation>
    </message>
    <message>
        <source>&amp;Rectangle</source>
        <translation>矩形(&amp;R)</translation>
    </message>
    <message>
        <source>Drag a rectangle</source>
        <translation>拖出一个矩形</translation>
    </message>
    <message>
        <source>&amp;Ellipse</source>
        <translation>椭圆(&amp;E)</translation>
    </message>
    <message>
        <source>Drag an ellipse</source>
        <translation>拖出一个椭圆</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source>Paint the pixels of a mask</source>
        <translation>绘制掩膜的像素</translation>
    </message>
    <message>
        <source>Er&amp;aser</source>
        <translation>橡皮擦(&amp;A)</translation>
    </message>
    <message>
        <source>Take pixels away</source>
        <translation>擦除像素</translation>
    </message>
    <message>
        <source>&amp;Wand</source>
        <translation>魔棒(&amp;W)</translation>
    </message>
    <message>
        <source>Take the area that the map shows around a place</source>
        <translation>选取异常图在某处周围显示的区域</translation>
    </message>
    <message>
        <source>Cut-&amp;out</source>
        <translation>抠图(&amp;O)</translation>
    </message>
    <message>
        <source>Find what stands out within a box</source>
        <translation>在框内查找突出的内容</translation>
    </message>
    <message>
        <source>&amp;Map to mask</source>
        <translation>异常图转掩膜(&amp;M)</translation>
    </message>
    <message>
        <source>Make shapes of all that the map shows from the threshold on</source>
        <translation>将异常图中达到阈值的所有区域转为形状</translation>
    </message>
    <message>
        <source>&amp;Delete shapes</source>
        <translation>删除形状(&amp;D)</translation>
    </message>
    <message>
        <source>Delete the selected shapes</source>
        <translation>删除所选形状</translation>
    </message>
    <message>
        <source>D&amp;uplicate shapes</source>
        <translation>再制形状(&amp;U)</translation>
    </message>
    <message>
        <source>Copy the selected shapes beside themselves</source>
        <translation>在旁边复制所选形状</translation>
    </message>
    <message>
        <source>Select a&amp;ll shapes</source>
        <translation>选择全部形状(&amp;L)</translation>
    </message>
    <message>
        <source>Undo on this s&amp;hape</source>
        <translation>撤销此形状的更改(&amp;H)</translation>
    </message>
    <message>
        <source>Take back the last change of the selected shape alone</source>
        <translation>仅撤回所选形状的最近一次更改</translation>
    </message>
    <message>
        <source>Redo on th&amp;is shape</source>
        <translation>重做此形状的更改(&amp;I)</translation>
    </message>
    <message>
        <source>Smaller brush</source>
        <translation>缩小画笔</translation>
    </message>
    <message>
        <source>Larger brush</source>
        <translation>放大画笔</translation>
    </message>
    <message>
        <source>Class &amp;1</source>
        <translation>缺陷类别 1(&amp;1)</translation>
    </message>
    <message>
        <source>Class &amp;2</source>
        <translation>缺陷类别 2(&amp;2)</translation>
    </message>
    <message>
        <source>Class &amp;3</source>
        <translation>缺陷类别 3(&amp;3)</translation>
    </message>
    <message>
        <source>Class &amp;4</source>
        <translation>缺陷类别 4(&amp;4)</translation>
    </message>
    <message>
        <source>Class &amp;5</source>
        <translation>缺陷类别 5(&amp;5)</translation>
    </message>
    <message>
        <source>Class &amp;6</source>
        <translation>缺陷类别 6(&amp;6)</translation>
    </message>
    <message>
        <source>Class &amp;7</source>
        <translation>缺陷类别 7(&amp;7)</translation>
    </message>
    <message>
        <source>Class &amp;8</source>
        <translation>缺陷类别 8(&amp;8)</translation>
    </message>
    <message>
        <source>Class &amp;9</source>
        <translation>缺陷类别 9(&amp;9)</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>&amp;Copy to next picture</source>
        <translation>复制到下一幅图像(&amp;C)</translation>
    </message>
    <message>
        <source>The selected shapes, or all, on the next picture, too</source>
        <translation>将所选形状（未选择时为全部形状）也放到下一幅图像上</translation>
    </message>
    <message>
        <source>&amp;Import shapes...</source>
        <translation>导入形状(&amp;I)...</translation>
    </message>
    <message>
        <source>Take shapes from files of other programs: labelme, COCO, YOLO, masks, tables</source>
        <translation>从其他程序的文件导入形状：labelme、COCO、YOLO、掩膜、表格</translation>
    </message>
    <message>
        <source>&amp;Export shapes...</source>
        <translation>导出形状(&amp;E)...</translation>
    </message>
    <message>
        <source>Write all shapes of the project into files of other programs</source>
        <translation>将项目的所有形状写入其他程序可用的文件</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>关闭(&amp;L)</translation>
    </message>
    <message>
        <source>Close this window; everything is saved</source>
        <translation>关闭此窗口；所有内容均已保存</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Show or hide the &amp;shapes</source>
        <translation>显示或隐藏形状(&amp;S)</translation>
    </message>
    <message>
        <source>Annotate this pict&amp;ure...</source>
        <translation>标注此图像(&amp;U)...</translation>
    </message>
    <message>
        <source>Draw the defects of this picture, by hand or from the map, in a window of its own</source>
        <translation>在单独的窗口中手动或根据异常图绘制此图像的缺陷</translation>
    </message>
    <message>
        <source>Review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>&amp;Accept (OK)</source>
        <translation>合格 (OK)(&amp;A)</translation>
    </message>
    <message>
        <source>Accept the picture and go to the next</source>
        <translation>将图像判为合格并转到下一幅</translation>
    </message>
    <message>
        <source>&amp;Reject (NG)</source>
        <translation>不合格 (NG)(&amp;R)</translation>
    </message>
    <message>
        <source>Reject the picture without a reason</source>
        <translation>将图像判为不合格，不注明原因</translation>
    </message>
    <message>
        <source>&amp;Unsure</source>
        <translation>不确定(&amp;U)</translation>
    </message>
    <message>
        <source>Leave the picture to others</source>
        <translation>将此图像留给他人判定</translation>
    </message>
    <message>
        <source>Reject for reason 1</source>
        <translation>按原因 1 判为不合格</translation>
    </message>
    <message>
        <source>Reject for reason 2</source>
        <translation>按原因 2 判为不合格</translation>
    </message>
    <message>
        <source>Reject for reason 3</source>
        <translation>按原因 3 判为不合格</translation>
    </message>
    <message>
        <source>Reject for reason 4</source>
        <translation>按原因 4 判为不合格</translation>
    </message>
    <message>
        <source>Reject for reason 5</source>
        <translation>按原因 5 判为不合格</translation>
    </message>
    <message>
        <source>Reject for reason 6</source>
        <translation>按原因 6 判为不合格</translation>
    </message>
    <message>
        <source>Reject for reason 7</source>
        <translation>按原因 7 判为不合格</translation>
    </message>
    <message>
        <source>Reject for reason 8</source>
        <translation>按原因 8 判为不合格</translation>
    </message>
    <message>
        <source>Reject for reason 9</source>
        <translation>按原因 9 判为不合格</translation>
    </message>
    <message>
        <source>Next un&amp;decided picture</source>
        <translation>下一幅未判定的图像(&amp;D)</translation>
    </message>
    <message>
        <source>Previous undec&amp;ided picture</source>
        <translation>上一幅未判定的图像(&amp;I)</translation>
    </message>
    <message>
        <source>Show or hide the &amp;map</source>
        <translation>显示或隐藏异常图(&amp;M)</translation>
    </message>
    <message>
        <source>Show or hide the map; hold H to hide it for a moment</source>
        <translation>显示或隐藏异常图；按住 H 可暂时隐藏</translation>
    </message>
    <message>
        <source>&amp;Choose a reviewer...</source>
        <translation>选择复核员(&amp;C)...</translation>
    </message>
    <message>
        <source>Who decides from now on</source>
        <translation>指定此后由谁判定</translation>
    </message>
    <message>
        <source>R&amp;easons of a rejection...</source>
        <translation>不合格原因(&amp;E)...</translation>
    </message>
    <message>
        <source>E&amp;xport the decisions...</source>
        <translation>导出判定(&amp;X)...</translation>
    </message>
    <message>
        <source>Save the whole trail as CSV or JSON</source>
        <translation>将完整的判定记录保存为 CSV 或 JSON</translation>
    </message>
    <message>
        <source>&amp;Verify the trail</source>
        <translation>校验判定记录(&amp;V)</translation>
    </message>
    <message>
        <source>Check that no decision was changed, left out or moved</source>
        <translation>检查是否有判定被更改、遗漏或移动</translation>
    </message>
    <message>
        <source>Report of a &amp;shift...</source>
        <translation>班次报告(&amp;S)...</translation>
    </message>
    <message>
        <source>What was decided in a time or on a lot, with costs, agreement and the worst escapes, as PDF, web page or tables</source>
        <translation>某段时间或某一批次的判定，含成本、一致性和最严重的漏检，可存为 PDF、网页或表格</translation>
    </message>
    <message>
        <source>Take back the last change of this picture&apos;s shapes, then the last import</source>
        <translation>撤销对此图像形状的上一次更改，然后撤销上一次导入</translation>
    </message>
    <message>
        <source>Take as norma&amp;l...</source>
        <translation>作为正常图像采用(&amp;L)...</translation>
    </message>
    <message>
        <source>A false alarm: make the picture a normal of the model, without training; asks first</source>
        <translation>误报：无需训练，将此图像加入模型的正常图像；会先询问</translation>
    </message>
    <message>
        <source>Annotate this picture...</source>
        <translation>标注此图像...</translation>
    </message>
    <message>
        <source>Pictures &amp;taken as normal...</source>
        <translation>已作为正常采用的图像(&amp;T)...</translation>
    </message>
    <message>
        <source>What the model was given after its training, to look at or take away</source>
        <translation>模型在训练之后得到的图像，可查看或移除</translation>
    </message>
</context>
<context>
    <name>AnalysisText</name>
    <message>
        <source>baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>filtered</source>
        <translation>滤波</translation>
    </message>
    <message>
        <source>fused</source>
        <translation>融合</translation>
    </message>
    <message>
        <source>other method</source>
        <translation>其他方法</translation>
    </message>
    <message>
        <source>Baseline (before the filter)</source>
        <translation>基线（滤波前）</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>滤波</translation>
    </message>
    <message>
        <source>Fused (baseline and filtered)</source>
        <translation>融合（基线与滤波）</translation>
    </message>
    <message>
        <source>Other method&apos;s maps</source>
        <translation>其他方法的异常图</translation>
    </message>
    <message>
        <source>%1–%2 %</source>
        <translation>%1–%2%</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1%</translation>
    </message>
    <message>
        <source>There are no good pictures: false rejects cannot be known.</source>
        <translation>没有良品图像：无法得知过检情况。</translation>
    </message>
    <message>
        <source>Good pictures: only %1.</source>
        <translation>良品图像：只有 %1 幅。</translation>
    </message>
    <message>
        <source>There are no defective pictures: what escapes cannot be known.</source>
        <translation>没有缺陷图像：无法得知漏检情况。</translation>
    </message>
    <message>
        <source>Defective pictures: only %1.</source>
        <translation>缺陷图像：只有 %1 幅。</translation>
    </message>
    <message>
        <source>Trust the intervals, not the single numbers; a few more pictures may move the threshold.</source>
        <translation>请以区间为准，而非单个数值；再增加几幅图像，阈值就可能改变。</translation>
    </message>
    <message>
        <source>This rule needs good pictures, and the test set has none.</source>
        <translation>此规则需要良品图像，而测试集中没有。</translation>
    </message>
    <message>
        <source>This rule needs defective pictures, and the test set has none.</source>
        <translation>此规则需要缺陷图像，而测试集中没有。</translation>
    </message>
</context>
<context>
    <name>FindingText</name>
    <message>
        <source>%1 files have exactly the same content; training and test share them, so results would look too good: remove one side</source>
        <translation>%1 个文件内容完全相同；训练和测试共用它们，结果会显得过好：请移除其中一方</translation>
    </message>
    <message>
        <source>%1 files have exactly the same content, and are labelled both normal and defect; training and test share them, so results would look too good: remove one side</source>
        <translation>%1 个文件内容完全相同，却同时标为正常和缺陷；训练和测试共用它们，结果会显得过好：请移除其中一方</translation>
    </message>
    <message>
        <source>%1 files have exactly the same content, and are labelled both normal and defect: remove the wrong one</source>
        <translation>%1 个文件内容完全相同，却同时标为正常和缺陷：请移除标错的文件</translation>
    </message>
    <message>
        <source>%1 files have exactly the same content; training would see them more often than others: keep one</source>
        <translation>%1 个文件内容完全相同；训练时会比其他图像更常见到它们：请只保留一个</translation>
    </message>
    <message>
        <source>%1 files have exactly the same content; the test counts each of them: keep one</source>
        <translation>%1 个文件内容完全相同；测试会逐个计数：请只保留一个</translation>
    </message>
    <message>
        <source>1 picture is %1 x %2 pixels large, while %3 of %4 are %5 x %6</source>
        <translation>1 幅图像为 %1 × %2 像素，而 %4 幅中有 %3 幅为 %5 × %6</translation>
    </message>
    <message>
        <source>%1 pictures are %2 x %3 pixels large, while %4 of %5 are %6 x %7</source>
        <translation>%1 幅图像为 %2 × %3 像素，而 %5 幅中有 %4 幅为 %6 × %7</translation>
    </message>
    <message>
        <source>1 picture is %1 x %2 pixels large, far from the others of the category</source>
        <translation>1 幅图像为 %1 × %2 像素，与同类别其他图像相差很大</translation>
    </message>
    <message>
        <source>%1 pictures are %2 x %3 pixels large, far from the others of the category</source>
        <translation>%1 幅图像为 %2 × %3 像素，与同类别其他图像相差很大</translation>
    </message>
    <message>
        <source>1 picture is much darker than the others: mean grey %1 of 255, the category&apos;s median is %2</source>
        <translation>1 幅图像比其他图像暗得多：平均灰度 %1（满值 255），类别中位数为 %2</translation>
    </message>
    <message>
        <source>%1 pictures are much darker than the others: mean grey %2 to %3 of 255, the category&apos;s median is %4</source>
        <translation>%1 幅图像比其他图像暗得多：平均灰度 %2 到 %3（满值 255），类别中位数为 %4</translation>
    </message>
    <message>
        <source>%1 pictures are much darker than the others: mean grey %2 of 255, the category&apos;s median is %3</source>
        <translation>%1 幅图像比其他图像暗得多：平均灰度 %2（满值 255），类别中位数为 %3</translation>
    </message>
    <message>
        <source>1 picture is much brighter than the others: mean grey %1 of 255, the category&apos;s median is %2</source>
        <translation>1 幅图像比其他图像亮得多：平均灰度 %1（满值 255），类别中位数为 %2</translation>
    </message>
    <message>
        <source>%1 pictures are much brighter than the others: mean grey %2 to %3 of 255, the category&apos;s median is %4</source>
        <translation>%1 幅图像比其他图像亮得多：平均灰度 %2 到 %3（满值 255），类别中位数为 %4</translation>
    </message>
    <message>
        <source>%1 pictures are much brighter than the others: mean grey %2 of 255, the category&apos;s median is %3</source>
        <translation>%1 幅图像比其他图像亮得多：平均灰度 %2（满值 255），类别中位数为 %3</translation>
    </message>
    <message>
        <source>this mask has %1 x %2 pixels, its image has %3 x %4 (height x width); replace the mask</source>
        <translation>此掩膜为 %1 × %2 像素，其图像为 %3 × %4（高 × 宽）；请替换掩膜</translation>
    </message>
    <message>
        <source>this mask marks no pixel; draw the defect or move the image to the good ones</source>
        <translation>此掩膜未标出任何像素；请绘制缺陷，或将图像移到良品中</translation>
    </message>
    <message>
        <source>this folder of masks holds none; add them or remove it</source>
        <translation>此掩膜文件夹中没有掩膜；请添加或移除该文件夹</translation>
    </message>
    <message>
        <source>this training image has exactly the same content as %1; remove one of them</source>
        <translation>此训练图像与 %1 内容完全相同；请移除其中一个</translation>
    </message>
    <message>
        <source>this test image is also the training image %1, so results would look too good; remove one of them</source>
        <translation>此测试图像同时也是训练图像 %1，结果会显得过好；请移除其中一个</translation>
    </message>
    <message>
        <source>category %1 is empty; add images or remove it</source>
        <translation>类别 %1 为空；请添加图像或移除该类别</translation>
    </message>
    <message>
        <source>category %1 has no normal images to train on; it can be used for testing only</source>
        <translation>类别 %1 没有可用于训练的正常图像；只能用于测试</translation>
    </message>
    <message>
        <source>category %1 has no masks; pixel metrics are not available for it</source>
        <translation>类别 %1 没有掩膜；无法计算其像素指标</translation>
    </message>
    <message>
        <source>this defect has no mask; add one to count it in pixel metrics</source>
        <translation>此缺陷没有掩膜；添加后才会计入像素指标</translation>
    </message>
    <message>
        <source>this mask has no image; remove it or restore its image</source>
        <translation>此掩膜没有对应的图像；请移除掩膜或恢复其图像</translation>
    </message>
    <message>
        <source>this is not an image of a kind that can be read; it is left out</source>
        <translation>这不是可读取的图像类型；已略过</translation>
    </message>
    <message>
        <source>this folder lies inside a folder of images; it is left out</source>
        <translation>此文件夹位于图像文件夹之内；已略过</translation>
    </message>
    <message>
        <source>this folder is not called good, ok or normal; training takes normal images only, so it is left out</source>
        <translation>此文件夹的名称不是 good、ok 或 normal；训练只使用正常图像，因此已略过</translation>
    </message>
    <message>
        <source>these masks have no images: the test images have no folder of that name</source>
        <translation>这些掩膜没有对应的图像：测试图像中没有同名文件夹</translation>
    </message>
    <message>
        <source>this folder cannot be read (%1); check its permissions</source>
        <translation>无法读取此文件夹（%1）；请检查其权限</translation>
    </message>
    <message>
        <source>this folder is empty; it is left out</source>
        <translation>此文件夹为空；已略过</translation>
    </message>
    <message>
        <source>this file is missing, though %1 names it</source>
        <translation>此文件缺失，但 %1 中列有该文件</translation>
    </message>
    <message>
        <source>there is no such file; check the path</source>
        <translation>没有此文件；请检查路径</translation>
    </message>
    <message>
        <source>it cannot be opened; check that you may read it</source>
        <translation>无法打开；请检查读取权限</translation>
    </message>
    <message>
        <source>the file is empty; copy it again</source>
        <translation>文件为空；请重新复制</translation>
    </message>
    <message>
        <source>its content is not a PNG, JPEG, BMP or TIFF image, whatever its name says; convert it first</source>
        <translation>无论名称如何，其内容都不是 PNG、JPEG、BMP 或 TIFF 图像；请先转换</translation>
    </message>
    <message>
        <source>the PNG file ends before its last chunk; it is cut off, copy it again</source>
        <translation>PNG 文件在最后一个数据块之前结束；文件被截断，请重新复制</translation>
    </message>
    <message>
        <source>a checksum inside the PNG file is wrong; it is damaged, copy it again</source>
        <translation>PNG 文件中的校验和有误；文件已损坏，请重新复制</translation>
    </message>
    <message>
        <source>the JPEG file has no end marker; it is cut off, copy it again</source>
        <translation>JPEG 文件没有结束标记；文件被截断，请重新复制</translation>
    </message>
    <message>
        <source>the JPEG file is damaged (%1); copy it again</source>
        <translation>JPEG 文件已损坏（%1）；请重新复制</translation>
    </message>
    <message>
        <source>the BMP file ends before its last row; it is cut off, copy it again</source>
        <translation>BMP 文件在最后一行之前结束；文件被截断，请重新复制</translation>
    </message>
    <message>
        <source>the TIFF file ends before its last strip of pixels; it is cut off, copy it again</source>
        <translation>TIFF 文件在最后一条像素带之前结束；文件被截断，请重新复制</translation>
    </message>
    <message>
        <source>its header claims %1, but the file has only %2 bytes; it is cut off or damaged, copy it again</source>
        <translation>文件头声明 %1，但文件只有 %2 字节；文件被截断或已损坏，请重新复制</translation>
    </message>
</context>
<context>
    <name>HealthPanel</name>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>%n files: %1</source>
        <translation>
            <numerusform>%n 个文件：%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImageFilter</name>
    <message>
        <source>The quotation mark in %1 is not closed.</source>
        <translation>%1 中的引号未闭合。</translation>
    </message>
    <message>
        <source>There is no field &quot;%1&quot;. Fields: %2. Put a text that holds &quot;%3&quot; in quotation marks.</source>
        <translation>没有字段“%1”。可用字段：%2。含有“%3”的文字请用英文双引号括起来。</translation>
    </message>
    <message>
        <source>Something must follow %1.</source>
        <translation>%1 之后必须有内容。</translation>
    </message>
    <message>
        <source>A value must follow %1.</source>
        <translation>%1 之后必须有一个值。</translation>
    </message>
    <message>
        <source>%1 needs a number, as in %2&gt;0.4; &quot;%3&quot; is none.</source>
        <translation>%1 需要一个数字，例如 %2&gt;0.4；“%3”不是数字。</translation>
    </message>
    <message>
        <source>%1 is no number, so %2 cannot be asked; write %1:%3.</source>
        <translation>%1 不是数字，因此不能使用 %2；请写成 %1:%3。</translation>
    </message>
    <message>
        <source>split is train or test, not &quot;%1&quot;.</source>
        <translation>split 只能是 train 或 test，不能是“%1”。</translation>
    </message>
    <message>
        <source>%1 is yes or no, not &quot;%2&quot;.</source>
        <translation>%1 只能是 yes 或 no，不能是“%2”。</translation>
    </message>
</context>
<context>
    <name>ImageRow</name>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>with mask</source>
        <translation>有掩膜</translation>
    </message>
    <message>
        <source>score %L1</source>
        <translation>分数 %L1</translation>
    </message>
    <message>
        <source>reviewed</source>
        <translation>已复核</translation>
    </message>
    <message>
        <source>not reviewed</source>
        <translation>未复核</translation>
    </message>
    <message>
        <source>%1 x %2 pixels</source>
        <translation>%1 × %2 像素</translation>
    </message>
    <message>
        <source>has a problem</source>
        <translation>有问题</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>LayoutText</name>
    <message>
        <source>Recognised because each category has a folder train or test, in which a folder stands for each kind of picture.</source>
        <translation>识别依据：每个类别都有 train 或 test 文件夹，其中每种图像各占一个子文件夹。</translation>
    </message>
    <message>
        <source>Recognised because each category has a folder test_public.</source>
        <translation>识别依据：每个类别都有 test_public 文件夹。</translation>
    </message>
    <message>
        <source>Recognised because the test folder of each category holds logical_anomalies or structural_anomalies.</source>
        <translation>识别依据：每个类别的测试文件夹中都有 logical_anomalies 或 structural_anomalies。</translation>
    </message>
    <message>
        <source>Recognised because the pictures of each category lie in train/ok and in test/ok or test/ko.</source>
        <translation>识别依据：每个类别的图像位于 train/ok 以及 test/ok 或 test/ko。</translation>
    </message>
    <message>
        <source>Recognised because all categories have names of MPDD, such as bracket_black or tubes.</source>
        <translation>识别依据：所有类别都使用 MPDD 的名称，例如 bracket_black 或 tubes。</translation>
    </message>
    <message>
        <source>Recognised because the list split_csv/1cls.csv is there; it says which picture belongs where.</source>
        <translation>识别依据：存在列表 split_csv/1cls.csv，其中说明了每幅图像的归属。</translation>
    </message>
    <message>
        <source>Recognised because there is a folder of good pictures (good, ok or normal) and no train or test; every fifth good picture is kept for testing.</source>
        <translation>识别依据：存在良品图像文件夹（good、ok 或 normal），但没有 train 或 test；每五幅良品图像保留一幅用于测试。</translation>
    </message>
    <message>
        <source>Recognised because pictures lie in the folder itself; nothing says which of them are normal, so all serve for testing.</source>
        <translation>识别依据：图像直接位于该文件夹中；没有说明哪些是正常图像，因此全部用于测试。</translation>
    </message>
    <message>
        <source>Plain folders</source>
        <translation>普通文件夹</translation>
    </message>
    <message>
        <source>Recognised by an added reader of this name.</source>
        <translation>由同名的附加读取器识别。</translation>
    </message>
</context>
<context>
    <name>Preflight</name>
    <message>
        <source>“%1” has no normal pictures to learn from; put good ones into its train/good folder.</source>
        <translation>“%1”没有可供学习的正常图像；请将良品图像放入其 train/good 文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has only %n normal picture(s); with fewer than 20 the result is a matter of luck.</source>
        <translation>
            <numerusform>“%1”只有 %n 幅正常图像；少于 20 幅时结果全凭运气。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n normal picture(s) to learn from.</source>
        <translation>
            <numerusform>有 %n 幅正常图像可供学习。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing can be written to %1; choose another place for the project, or give yourself the right to write there.</source>
        <translation>无法写入 %1；请为项目选择其他位置，或授予自己写入权限。</translation>
    </message>
    <message>
        <source>The training needs about %1 MB on the disk, %2 MB are free; free some space.</source>
        <translation>训练大约需要 %1 MB 磁盘空间，目前可用 %2 MB；请释放一些空间。</translation>
    </message>
    <message>
        <source>There is room on the disk.</source>
        <translation>磁盘空间充足。</translation>
    </message>
    <message>
        <source>The training needs about %1 GB of memory and this computer has %2 GB: it may become slow or break off.</source>
        <translation>训练大约需要 %1 GB 内存，而本机只有 %2 GB：可能会变慢或中断。</translation>
    </message>
    <message>
        <source>There is enough memory.</source>
        <translation>内存充足。</translation>
    </message>
    <message>
        <source>The feature network is there.</source>
        <translation>特征网络已就绪。</translation>
    </message>
</context>
<context>
    <name>cf::ui::AddedNormalsDialog</name>
    <message>
        <source>Pictures taken as normal</source>
        <translation>已作为正常采用的图像</translation>
    </message>
    <message>
        <source>The model has only the normals that it was trained with. Take as normal, in the Review menu, gives it the picture that is seen.</source>
        <translation>模型只有训练时所用的正常图像。“复核”菜单中的“作为正常图像采用”可把当前图像交给它。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) became normals of the model after its training. The filter was not changed by that, and each can be taken away again.</source>
        <translation>
            <numerusform>%n 幅图像在训练之后成为模型的正常图像。滤波器没有因此改变，每一幅都可以再移除。</numerusform>
        </translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Taken by</source>
        <translation>采用者</translation>
    </message>
    <message>
        <source>Taken on</source>
        <translation>采用时间</translation>
    </message>
    <message>
        <source>&amp;Take away...</source>
        <translation>移除(&amp;T)...</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>关闭(&amp;C)</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnalysePage</name>
    <message>
        <source>Analyse run %1</source>
        <translation>分析运行 %1</translation>
    </message>
    <message>
        <source>Run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>Run %1, %2</source>
        <translation>运行 %1，%2</translation>
    </message>
    <message>
        <source>evaluated %1</source>
        <translation>评估于 %1</translation>
    </message>
    <message>
        <source>left out because they have no label: %L1</source>
        <translation>因无标签而略过：%L1</translation>
    </message>
    <message>
        <source>Reading the evaluation</source>
        <translation>正在读取评估结果</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stopped before the evaluation was read.</source>
        <translation>评估结果尚未读完即已停止。</translation>
    </message>
    <message>
        <source>The test pictures of this evaluation have no labels: sort them into good and defective ones and evaluate again.</source>
        <translation>此次评估的测试图像没有标签：请将其分为良品和缺陷，然后重新评估。</translation>
    </message>
    <message>
        <source>No evaluation yet. Train a filter first: it is tested at the end, and the result appears here.</source>
        <translation>尚无评估。请先训练滤波器：训练结束时会进行测试，结果显示在这里。</translation>
    </message>
    <message>
        <source>Go to training</source>
        <translation>转到训练</translation>
    </message>
    <message>
        <source>Run %1 has no evaluation yet: its model was not tested.</source>
        <translation>运行 %1 尚无评估：其模型未经测试。</translation>
    </message>
    <message>
        <source>Test it now</source>
        <translation>立即测试</translation>
    </message>
    <message>
        <source>Read the thresholds</source>
        <translation>读取阈值</translation>
    </message>
    <message>
        <source>Keep the thresholds</source>
        <translation>保存阈值</translation>
    </message>
    <message>
        <source>Good and defective</source>
        <translation>良品与缺陷</translation>
    </message>
    <message>
        <source>Pass, review, fail</source>
        <translation>放行、复核、剔除</translation>
    </message>
    <message>
        <source>Where defects sit</source>
        <translation>缺陷位置</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with and are left out</source>
        <translation>
            <numerusform>%Ln 张图像参与过训练，不计入</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::AnalysisView</name>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>A threshold judges pictures: choose the level Pictures to move it.</source>
        <translation>阈值用于判定图像：要移动阈值，请将层级选为“图像”。</translation>
    </message>
    <message>
        <source>All categories share one threshold here; each one alone may do better.</source>
        <translation>此处所有类别共用一个阈值；各类别单独设置可能更好。</translation>
    </message>
    <message>
        <source>Expected cost of 1,000 parts: %L1</source>
        <translation>每 1,000 件的预期成本：%L1</translation>
    </message>
    <message>
        <source>Wrongly judged at the threshold %1: %2.</source>
        <translation>阈值 %1 下判错的图像：%2。</translation>
    </message>
    <message>
        <source>At the threshold %1, %2: %3.</source>
        <translation>阈值 %1，%2：%3。</translation>
    </message>
    <message>
        <source>Scores from %1 to %2: %3.</source>
        <translation>分数从 %1 到 %2：%3。</translation>
    </message>
    <message>
        <source>At the chosen point of the curve, score %1: %2.</source>
        <translation>曲线上的选定点，分数 %1：%2。</translation>
    </message>
    <message>
        <source>Choose the level Pictures to list pictures.</source>
        <translation>要列出图像，请将层级选为“图像”。</translation>
    </message>
    <message>
        <source>No picture. Click a cell of the matrix, a bar or a curve to list others.</source>
        <translation>没有图像。点击矩阵的单元格、柱条或曲线可列出其他图像。</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Level</source>
        <translation>层级(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Map</source>
        <translation>异常图(&amp;M)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Level</source>
        <translation>层级</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>异常图</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Pixels</source>
        <translation>像素</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>At this threshold</source>
        <translation>在此阈值下</translation>
    </message>
    <message>
        <source>Metrics by category</source>
        <translation>各类别指标</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotatePage</name>
    <message>
        <source>Make a project of these pictures first: what is drawn is kept in it.</source>
        <translation>请先为这些图像新建项目：绘制的内容保存在项目中。</translation>
    </message>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Without a project nothing can be drawn.</source>
        <translation>没有项目则无法绘制。</translation>
    </message>
    <message>
        <source>Not saved yet, it is tried again: %1</source>
        <translation>尚未保存，正在重试：%1</translation>
    </message>
    <message>
        <source>Everything is saved in the project.</source>
        <translation>所有内容均已保存在项目中。</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>正在保存…</translation>
    </message>
    <message>
        <source>import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Other pictures were drawn on since: take that back first.</source>
        <translation>此后在其他图像上又有绘制：请先撤销那些更改。</translation>
    </message>
    <message>
        <source>%1 is called %2</source>
        <translation>%1 改名为 %2</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotateWindow</name>
    <message>
        <source>&amp;Picture</source>
        <translation>图像(&amp;P)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Tools</source>
        <translation>工具(&amp;T)</translation>
    </message>
    <message>
        <source>S&amp;hapes</source>
        <translation>形状(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>Annotate</source>
        <translation>标注</translation>
    </message>
    <message>
        <source>%1 - Annotate</source>
        <translation>%1 - 标注</translation>
    </message>
    <message>
        <source>Saving what was drawn...</source>
        <translation>正在保存绘制的内容...</translation>
    </message>
    <message>
        <source>What was drawn is not saved</source>
        <translation>绘制的内容尚未保存</translation>
    </message>
    <message numerus="yes">
        <source>What was drawn on %n picture(s) cannot be saved in the project.</source>
        <translation>
            <numerusform>在 %n 张图像上绘制的内容无法保存到项目中。</numerusform>
        </translation>
    </message>
    <message>
        <source>The list of classes cannot be saved in the project.</source>
        <translation>类别列表无法保存到项目中。</translation>
    </message>
    <message>
        <source>Save as &amp;labelme files elsewhere...</source>
        <translation>另存为 labelme 文件到别处(&amp;L)...</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>放弃(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;Stay</source>
        <translation>留下(&amp;S)</translation>
    </message>
    <message>
        <source>Folder for what could not be saved</source>
        <translation>用于存放未能保存内容的文件夹</translation>
    </message>
    <message>
        <source>Saved in %1</source>
        <translation>已保存到 %1</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotationCanvas</name>
    <message>
        <source>threshold</source>
        <translation>阈值</translation>
    </message>
</context>
<context>
    <name>cf::ui::AnnotationEditor</name>
    <message>
        <source>Searching… Esc stops it.</source>
        <translation>正在查找… 按 Esc 可停止。</translation>
    </message>
    <message>
        <source>&amp;Brush</source>
        <translation>画笔(&amp;B)</translation>
    </message>
    <message>
        <source> px</source>
        <translation> 像素</translation>
    </message>
    <message>
        <source>Diameter of the brush</source>
        <translation>画笔直径</translation>
    </message>
    <message>
        <source>In pixels of the picture; [ and ] or Alt and the wheel change it</source>
        <translation>以图像像素为单位；可用 [ 和 ] 或按 Alt 并滚动滚轮更改</translation>
    </message>
    <message>
        <source>&amp;Classes</source>
        <translation>缺陷类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Shapes</source>
        <translation>形状(&amp;S)</translation>
    </message>
    <message>
        <source>Shapes</source>
        <translation>形状</translation>
    </message>
    <message>
        <source>Tools</source>
        <translation>工具</translation>
    </message>
</context>
<context>
    <name>cf::ui::BoxTool</name>
    <message>
        <source>ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>Drag from corner to corner of the box around the ellipse; Esc cancels. Alt cuts it out of the selected shape.</source>
        <translation>沿椭圆外接框的对角拖动；按 Esc 取消。按住 Alt 可从所选形状中挖去此椭圆。</translation>
    </message>
    <message>
        <source>Drag from corner to corner; Esc cancels. Alt cuts the rectangle out of the selected shape.</source>
        <translation>沿对角拖动；按 Esc 取消。按住 Alt 可从所选形状中挖去此矩形。</translation>
    </message>
</context>
<context>
    <name>cf::ui::BrushTool</name>
    <message>
        <source>eraser</source>
        <translation>橡皮擦</translation>
    </message>
    <message>
        <source>brush</source>
        <translation>画笔</translation>
    </message>
    <message>
        <source>Drag to erase from the selected shape, or from the topmost one; [ and ] or Alt+wheel change the size.</source>
        <translation>拖动可从所选形状中擦除，未选择时从最上层形状中擦除；[ 和 ] 或 Alt+滚轮可更改大小。</translation>
    </message>
    <message>
        <source>Drag to paint on the selected shape; Shift paints a new one, Alt erases; [ and ] or Alt+wheel change the size.</source>
        <translation>拖动可在所选形状上绘制；按住 Shift 绘制新形状，按住 Alt 擦除；[ 和 ] 或 Alt+滚轮可更改大小。</translation>
    </message>
</context>
<context>
    <name>cf::ui::CategoryTable</name>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>异常图</translation>
    </message>
    <message>
        <source>Metrics by category, in per cent</source>
        <translation>各类别指标（百分比）</translation>
    </message>
    <message>
        <source>In per cent, the best map in bold. A right click copies the table.</source>
        <translation>百分比，最佳异常图以粗体显示。右键单击可复制表格。</translation>
    </message>
</context>
<context>
    <name>cf::ui::CategoryTree</name>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Categories</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Test</source>
        <translation>测试</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Masks</source>
        <translation>掩膜</translation>
    </message>
</context>
<context>
    <name>cf::ui::ClassPanel</name>
    <message>
        <source>Classes</source>
        <translation>缺陷类别</translation>
    </message>
    <message>
        <source>The class of what is drawn next, and of the selected shapes; the digits 1 to 9 choose it, too</source>
        <translation>接下来绘制的内容以及所选形状的缺陷类别；也可用数字键 1 到 9 选择</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>添加(&amp;D)</translation>
    </message>
    <message>
        <source>C&amp;olour…</source>
        <translation>颜色(&amp;O)…</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Off this list; shapes of the class keep its name</source>
        <translation>从此列表中移除；属于该缺陷类别的形状保留其名称</translation>
    </message>
    <message>
        <source>Name of a class, to be added or for the chosen one</source>
        <translation>类别名称，用于新增或用于所选类别</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>A new class of this name</source>
        <translation>以此名称新增类别</translation>
    </message>
    <message>
        <source>Re&amp;name</source>
        <translation>重命名(&amp;N)</translation>
    </message>
    <message>
        <source>The chosen class, and its shapes on all pictures, get this name</source>
        <translation>所选类别及其在所有图像上的形状都改用此名称</translation>
    </message>
</context>
<context>
    <name>cf::ui::CommandPalette</name>
    <message>
        <source>Commands</source>
        <translation>命令</translation>
    </message>
    <message>
        <source>Type a command</source>
        <translation>输入命令</translation>
    </message>
    <message>
        <source>Command to look for</source>
        <translation>要查找的命令</translation>
    </message>
    <message>
        <source>Matching commands</source>
        <translation>匹配的命令</translation>
    </message>
    <message>
        <source>No command is called like this.</source>
        <translation>没有这样的命令。</translation>
    </message>
</context>
<context>
    <name>cf::ui::CompareView</name>
    <message numerus="yes">
        <source>In per cent; the mean is over the %n categories that all runs were tested on</source>
        <translation>
            <numerusform>百分比；平均值取自所有运行都测试过的 %n 个类别</numerusform>
        </translation>
    </message>
    <message>
        <source>No category was tested by all of these runs, so there is no mean to compare</source>
        <translation>没有任何类别被所有这些运行测试过，因此没有可比较的平均值</translation>
    </message>
    <message numerus="yes">
        <source>; %n others are listed alone</source>
        <translation>
            <numerusform>；另有 %n 个单独列出</numerusform>
        </translation>
    </message>
    <message>
        <source>; not evaluated: %1</source>
        <translation>；未评估：%1</translation>
    </message>
    <message>
        <source>All settings are the same.</source>
        <translation>所有设置均相同。</translation>
    </message>
    <message>
        <source>Refere&amp;nce</source>
        <translation>参照(&amp;N)</translation>
    </message>
    <message>
        <source>The run that the others are compared with</source>
        <translation>其他运行与之比较的运行</translation>
    </message>
    <message>
        <source>Given &amp;threshold</source>
        <translation>给定阈值(&amp;T)</translation>
    </message>
    <message>
        <source>One threshold for all runs, instead of each run&apos;s own at which F1 is best</source>
        <translation>所有运行使用同一阈值，而不是各自 F1 最佳的阈值</translation>
    </message>
    <message>
        <source>Threshold for all runs</source>
        <translation>所有运行的阈值</translation>
    </message>
    <message>
        <source>Copy fi&amp;gures</source>
        <translation>复制指标(&amp;G)</translation>
    </message>
    <message>
        <source>Copy the table of figures and differences</source>
        <translation>复制指标及差值表</translation>
    </message>
    <message>
        <source>as CSV</source>
        <translation>CSV 格式</translation>
    </message>
    <message>
        <source>as Markdown</source>
        <translation>Markdown 格式</translation>
    </message>
    <message>
        <source>as LaTeX</source>
        <translation>LaTeX 格式</translation>
    </message>
    <message>
        <source>Figures</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>Figures of the runs and differences from the reference</source>
        <translation>各运行的指标及与参照的差值</translation>
    </message>
    <message>
        <source>Settings that differ</source>
        <translation>不同的设置</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>loss, mean of %1 steps</source>
        <translation>损失，%1 步平均</translation>
    </message>
    <message>
        <source>None of these runs has losses.</source>
        <translation>这些运行均无损失记录。</translation>
    </message>
    <message>
        <source>Losses of the runs</source>
        <translation>各运行的损失</translation>
    </message>
    <message>
        <source>score on held-out synthetic defects</source>
        <translation>留出合成缺陷上的分数</translation>
    </message>
    <message>
        <source>None of these runs was validated while it trained.</source>
        <translation>这些运行在训练中均未做验证。</translation>
    </message>
    <message>
        <source>Validation scores of the runs</source>
        <translation>各运行的验证分数</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with by one of the runs and count for none.</source>
        <translation>
            <numerusform>有 %Ln 张图像被其中某次运行用于训练，对所有运行都不计入。</numerusform>
        </translation>
    </message>
    <message>
        <source>For figures of pixels on the same pictures, evaluate the other runs again with --apart-from.</source>
        <translation>若要在相同图像上比较像素指标，请用 --apart-from 重新评估其他运行。</translation>
    </message>
</context>
<context>
    <name>cf::ui::ComparisonModel</name>
    <message>
        <source>anomalous</source>
        <translation>异常</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>found</source>
        <translation>检出</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>false alarm</source>
        <translation>误报</translation>
    </message>
    <message>
        <source>clear</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>%1 (reference)</source>
        <translation>%1（参照）</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Metric</source>
        <translation>指标</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>as the program chooses</source>
        <translation>由程序决定</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>变化</translation>
    </message>
    <message>
        <source>How far the score moved over the threshold, in standard deviations of each run&apos;s scores</source>
        <translation>分数越过阈值的移动量，以各运行分数的标准差为单位</translation>
    </message>
    <message>
        <source>A double click in this column opens the picture with this run</source>
        <translation>双击此列可用该运行打开图像</translation>
    </message>
</context>
<context>
    <name>cf::ui::ConfusionMatrix</name>
    <message>
        <source>rightly passed</source>
        <translation>正确放行</translation>
    </message>
    <message>
        <source>false rejects</source>
        <translation>过检</translation>
    </message>
    <message>
        <source>escapes</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>found defects</source>
        <translation>检出缺陷</translation>
    </message>
    <message>
        <source>judged good</source>
        <translation>判为良品</translation>
    </message>
    <message>
        <source>judged defective</source>
        <translation>判为缺陷</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Show these pictures</source>
        <translation>显示这些图像</translation>
    </message>
</context>
<context>
    <name>cf::ui::CopyTable</name>
    <message>
        <source>Copy as CSV</source>
        <translation>复制为 CSV</translation>
    </message>
    <message>
        <source>Copy as Markdown</source>
        <translation>复制为 Markdown</translation>
    </message>
    <message>
        <source>Copy as LaTeX</source>
        <translation>复制为 LaTeX</translation>
    </message>
</context>
<context>
    <name>cf::ui::CostPanel</name>
    <message>
        <source>An esc&amp;ape costs</source>
        <translation>漏检成本(&amp;A)</translation>
    </message>
    <message>
        <source>One defective part that passes, in any currency</source>
        <translation>放行一件缺陷品的成本，货币不限</translation>
    </message>
    <message>
        <source>A false re&amp;ject costs</source>
        <translation>过检成本(&amp;J)</translation>
    </message>
    <message>
        <source>One good part that is rejected, in the same currency</source>
        <translation>剔除一件良品的成本，使用相同货币</translation>
    </message>
    <message>
        <source>A revie&amp;w costs</source>
        <translation>复核成本(&amp;W)</translation>
    </message>
    <message>
        <source>One look by a person, in the same currency</source>
        <translation>人工查看一次的成本，使用相同货币</translation>
    </message>
    <message>
        <source>&amp;Defective parts</source>
        <translation>缺陷品比例(&amp;D)</translation>
    </message>
    <message>
        <source>Expected in production; the test set has far more of them</source>
        <translation>生产中的预期值；测试集中的比例远高于此</translation>
    </message>
    <message>
        <source>Reviewers &amp;miss</source>
        <translation>复核漏检率(&amp;M)</translation>
    </message>
    <message>
        <source>Of the defective parts that they look at, so many pass by mistake</source>
        <translation>复核员查看的缺陷品中被误放行的比例</translation>
    </message>
    <message>
        <source>Reviewers reject wr&amp;ongly</source>
        <translation>复核过检率(&amp;O)</translation>
    </message>
    <message>
        <source>Of the good parts that they look at, so many are rejected by mistake</source>
        <translation>复核员查看的良品中被误剔除的比例</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>&amp;Thresholds</source>
        <translation>阈值(&amp;T)</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>最低成本</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>&amp;Pass below</source>
        <translation>低于此值放行(&amp;P)</translation>
    </message>
    <message>
        <source>A picture with a lower score passes without being looked at</source>
        <translation>分数低于此值的图像直接放行，无需人工查看</translation>
    </message>
    <message>
        <source>Fai&amp;l from</source>
        <translation>达到此值剔除(&amp;L)</translation>
    </message>
    <message>
        <source>A picture with this score or a higher one is rejected without being looked at</source>
        <translation>分数达到或高于此值的图像直接剔除，无需人工查看</translation>
    </message>
</context>
<context>
    <name>cf::ui::CoveragePanel</name>
    <message>
        <source>outlier, %1 from its nearest</source>
        <translation>离群，与最近者相距 %1</translation>
    </message>
    <message>
        <source>near-twin, %1 from its nearest</source>
        <translation>近似重复，与最近者相距 %1</translation>
    </message>
    <message>
        <source>%1 from its nearest</source>
        <translation>与最近者相距 %1</translation>
    </message>
    <message>
        <source>%1, %2, %3. The plot shows %4 % of their differences.</source>
        <translation>%1，%2，%3。此图显示了它们差异的 %4%。</translation>
    </message>
    <message numerus="yes">
        <source>%n normal pictures</source>
        <translation>
            <numerusform>%n 幅正常图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n outliers</source>
        <translation>
            <numerusform>%n 幅离群图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n near-twins</source>
        <translation>
            <numerusform>%n 幅近似重复图像</numerusform>
        </translation>
    </message>
    <message>
        <source>No template is picked for this category yet.</source>
        <translation>此类别尚未选取模板。</translation>
    </message>
    <message>
        <source>Covering radius: a normal picture is %1 from its nearest template on average, %2 at most.</source>
        <translation>覆盖半径：正常图像到最近模板的距离平均为 %1，最大为 %2。</translation>
    </message>
    <message>
        <source>Covering radius: a normal picture is %1 from the most alike other one on average, %2 at most.</source>
        <translation>覆盖半径：正常图像到最相似的另一幅的距离平均为 %1，最大为 %2。</translation>
    </message>
    <message>
        <source>How the templates cover the normals</source>
        <translation>模板对正常图像的覆盖情况</translation>
    </message>
    <message>
        <source>Suggest &amp;golden samples</source>
        <translation>推荐黄金样本(&amp;G)</translation>
    </message>
    <message>
        <source>Picks N pictures that cover the normals, without outliers and near-twins</source>
        <translation>选取 N 幅覆盖正常图像的图像，不含离群图像和近似重复图像</translation>
    </message>
    <message>
        <source>Show ou&amp;tliers</source>
        <translation>显示离群图像(&amp;T)</translation>
    </message>
    <message>
        <source>Selects the pictures that look unlike all others; a defect may have slipped in among the normals</source>
        <translation>选中与其他图像都不相似的图像；正常图像中可能混入了缺陷</translation>
    </message>
    <message>
        <source>0 = looks the same. A template that covers little leaves normal variation to be taken for a defect.</source>
        <translation>0 = 看起来相同。模板覆盖不足时，正常的差异会被当作缺陷。</translation>
    </message>
    <message>
        <source>Outlier: much farther from every other picture than usual, and drawn outside of them. Near-twin: adds nothing to an earlier picture.</source>
        <translation>离群：与其他所有图像的距离都远大于通常水平，绘制在其他图像之外。近似重复：相比前面的图像没有新增内容。</translation>
    </message>
</context>
<context>
    <name>cf::ui::CoverageView</name>
    <message>
        <source>Plot of the normal pictures</source>
        <translation>正常图像分布图</translation>
    </message>
    <message>
        <source>Pictures that look alike are near to each other; arrow keys go through them, Space takes one as a template</source>
        <translation>相似的图像彼此靠近；方向键逐个浏览，按空格键将其用作模板</translation>
    </message>
    <message>
        <source>normal</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>outlier</source>
        <translation>离群</translation>
    </message>
    <message>
        <source>near-twin</source>
        <translation>近似重复</translation>
    </message>
</context>
<context>
    <name>cf::ui::DataStep</name>
    <message>
        <source>no normal pictures to learn from</source>
        <translation>没有可供学习的正常图像</translation>
    </message>
    <message>
        <source>few normal pictures</source>
        <translation>正常图像较少</translation>
    </message>
    <message numerus="yes">
        <source>%n files with a problem, see Dataset</source>
        <translation>
            <numerusform>%n 个文件有问题，见“数据集”页</numerusform>
        </translation>
    </message>
    <message>
        <source>in order</source>
        <translation>正常无误</translation>
    </message>
    <message>
        <source>No pictures are open yet: open a folder of pictures or a project on the start page.</source>
        <translation>尚未打开图像：请在开始页打开图像文件夹或项目。</translation>
    </message>
    <message numerus="yes">
        <source>%n normal pictures</source>
        <translation>
            <numerusform>%n 幅正常图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>of %n categories are learned by one filter.</source>
        <translation>
            <numerusform>来自 %n 个类别，由一个滤波器学习。</numerusform>
        </translation>
    </message>
    <message>
        <source>No pictures are open yet.</source>
        <translation>尚未打开图像。</translation>
    </message>
    <message>
        <source>Tick at least one category.</source>
        <translation>请至少勾选一个类别。</translation>
    </message>
    <message>
        <source>What should be learned?</source>
        <translation>学习什么？</translation>
    </message>
    <message>
        <source>Tick the categories. The filter learns from normal pictures only; defects are invented on them. The test pictures are looked at once, at the very end.</source>
        <translation>请勾选类别。滤波器只从正常图像学习，缺陷在其上人工合成。测试图像只在最后使用一次。</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Normal pictures</source>
        <translation>正常图像</translation>
    </message>
    <message>
        <source>Test: good</source>
        <translation>测试：良品</translation>
    </message>
    <message>
        <source>Test: defects</source>
        <translation>测试：缺陷</translation>
    </message>
    <message>
        <source>Remarks</source>
        <translation>备注</translation>
    </message>
    <message>
        <source>Categories to train on</source>
        <translation>用于训练的类别</translation>
    </message>
</context>
<context>
    <name>cf::ui::DatasetHead</name>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%n categories</source>
        <translation>
            <numerusform>%n 个类别</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::DatasetPage</name>
    <message>
        <source>No pictures are open.</source>
        <translation>尚未打开图像。</translation>
    </message>
    <message>
        <source>Say where the pictures are...</source>
        <translation>指定图像位置...</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n pictures</source>
        <translation>
            <numerusform>%L1 / %n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, %L2 selected</source>
        <translation>%1，已选 %L2 幅</translation>
    </message>
    <message>
        <source>No picture is left by this choice.</source>
        <translation>按此选择没有剩余图像。</translation>
    </message>
    <message>
        <source>No picture matches %1</source>
        <translation>没有图像符合 %1</translation>
    </message>
    <message>
        <source>Show all pictures</source>
        <translation>显示全部图像</translation>
    </message>
    <message>
        <source>There are no pictures in it.</source>
        <translation>其中没有图像。</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message>
        <source>Take off the filter, the category and the choice of a finding</source>
        <translation>取消筛选、类别和所选的检查结果</translation>
    </message>
    <message>
        <source>Open pictures...</source>
        <translation>打开图像...</translation>
    </message>
</context>
<context>
    <name>cf::ui::DefectsView</name>
    <message>
        <source>Ground truth</source>
        <translation>真值标注</translation>
    </message>
    <message>
        <source>Drawn in this project</source>
        <translation>本项目中绘制的</translation>
    </message>
    <message>
        <source>Maps of rejected pictures</source>
        <translation>被拒图像的异常图</translation>
    </message>
    <message>
        <source>The masks that came with the pictures</source>
        <translation>随图像提供的掩膜</translation>
    </message>
    <message>
        <source>What people drew here, by its class</source>
        <translation>人工绘制的区域，按类别</translation>
    </message>
    <message>
        <source>Where the run&apos;s map reaches the threshold, in pictures that a reviewer rejected, or the score where nobody decided</source>
        <translation>运行的异常图达到阈值之处；只看被复核员拒绝的图像，无人判定时以分数为准</translation>
    </message>
    <message>
        <source>Find where the defects sit</source>
        <translation>查找缺陷位置</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Areas: %L1 · pictures: %L2 of %L3</source>
        <translation>区域：%L1 · 图像：%L2 / %L3</translation>
    </message>
    <message numerus="yes">
        <source>Left out, because nothing tells where their defects are: %Ln picture(s)</source>
        <translation>
            <numerusform>因无法得知缺陷位置而略过：%Ln 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>area, px</source>
        <translation>面积，像素</translation>
    </message>
    <message>
        <source>length ÷ width</source>
        <translation>长 ÷ 宽</translation>
    </message>
    <message>
        <source>areas</source>
        <translation>区域数</translation>
    </message>
    <message>
        <source>defective at %1</source>
        <translation>在此处有缺陷（%1）</translation>
    </message>
    <message>
        <source>with an area of %1–%2 px</source>
        <translation>含 %1–%2 像素的区域</translation>
    </message>
    <message>
        <source>with an area that is %1–%2 times as long as wide</source>
        <translation>含长宽比为 %1–%2 的区域</translation>
    </message>
    <message>
        <source>with a defect</source>
        <translation>有缺陷</translation>
    </message>
    <message>
        <source>Pictures %1: %L2</source>
        <translation>图像（%1）：%L2</translation>
    </message>
    <message>
        <source>No picture. Click a place of the map, or a bar, to list some.</source>
        <translation>没有图像。点击图上的一处或一根柱条即可列出。</translation>
    </message>
    <message>
        <source>Finding where the defects sit</source>
        <translation>正在查找缺陷位置</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Stopped before the defects were found.</source>
        <translation>在找到缺陷之前已停止。</translation>
    </message>
    <message>
        <source>Nothing tells where defects of this category are. Choose another source on the left.</source>
        <translation>无法得知该类别的缺陷位置。请在左侧选择其他来源。</translation>
    </message>
    <message>
        <source>There are no pictures to look at.</source>
        <translation>没有可查看的图像。</translation>
    </message>
    <message>
        <source>Save where the defects sit</source>
        <translation>保存缺陷位置</translation>
    </message>
    <message>
        <source>Table of the areas (*.csv);;Picture of the map (*.png);;Numbers of the map (*.tiff)</source>
        <translation>区域表格 (*.csv);;位置图图像 (*.png);;位置图数值 (*.tiff)</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>Saved as %1</source>
        <translation>已保存为 %1</translation>
    </message>
    <message>
        <source>&amp;Defects from</source>
        <translation>缺陷来源(&amp;D)</translation>
    </message>
    <message>
        <source>Where the defects are taken from</source>
        <translation>缺陷取自何处</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>&amp;Kind</source>
        <translation>类型(&amp;K)</translation>
    </message>
    <message>
        <source>Kind of defect</source>
        <translation>缺陷类型</translation>
    </message>
    <message>
        <source>C&amp;olours</source>
        <translation>颜色(&amp;O)</translation>
    </message>
    <message>
        <source>Colours of the map</source>
        <translation>位置图的颜色</translation>
    </message>
    <message>
        <source>&amp;By</source>
        <translation>依据(&amp;B)</translation>
    </message>
    <message>
        <source>What the areas are counted by</source>
        <translation>按什么统计区域</translation>
    </message>
    <message>
        <source>area</source>
        <translation>面积</translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>导出(&amp;X)…</translation>
    </message>
    <message>
        <source>All areas as a table, or the map as a picture or as numbers</source>
        <translation>将所有区域存为表格，或将位置图存为图像或数值</translation>
    </message>
    <message>
        <source>&amp;Read anew</source>
        <translation>重新读取(&amp;R)</translation>
    </message>
    <message>
        <source>After drawing or deciding on pictures</source>
        <translation>在绘制或判定图像之后</translation>
    </message>
    <message>
        <source>How often each place was defective</source>
        <translation>各处出现缺陷的频率</translation>
    </message>
    <message>
        <source>Sizes of the areas</source>
        <translation>区域大小</translation>
    </message>
    <message>
        <source>Histogram of the areas</source>
        <translation>区域直方图</translation>
    </message>
    <message>
        <source>Click a bar to list its pictures; Left and Right go from bar to bar</source>
        <translation>点击柱条列出其图像；左右键在柱条间移动</translation>
    </message>
    <message>
        <source>No areas</source>
        <translation>没有区域</translation>
    </message>
    <message>
        <source>No defects</source>
        <translation>没有缺陷</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>By kind</source>
        <translation>按类型</translation>
    </message>
    <message>
        <source>Nothing is drawn on the pictures of this project yet: Inspect &gt; Annotate this picture.</source>
        <translation>本项目的图像上尚未绘制任何内容：检查 &gt; 标注此图像。</translation>
    </message>
</context>
<context>
    <name>cf::ui::EvidenceFacts</name>
    <message>
        <source>none: not tested</source>
        <translation>无：未经测试</translation>
    </message>
    <message>
        <source>%1 (best F1)</source>
        <translation>%1（最佳 F1）</translation>
    </message>
    <message>
        <source>%1 (1 % of the normals lie above; no defect is known)</source>
        <translation>%1（1% 的正常图像高于此值；没有已知缺陷）</translation>
    </message>
    <message>
        <source>%1, called defective</source>
        <translation>%1，判为缺陷</translation>
    </message>
    <message>
        <source>%1, called good</source>
        <translation>%1，判为良品</translation>
    </message>
    <message>
        <source>run %1</source>
        <translation>运行 %1</translation>
    </message>
    <message>
        <source>run %1, %2</source>
        <translation>运行 %1，%2</translation>
    </message>
    <message>
        <source>%L1, by the rule %2</source>
        <translation>%L1 个，规则“%2”</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Distance</source>
        <translation>距阈值</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Model</source>
        <translation>模型</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>判定</translation>
    </message>
    <message>
        <source>%1 (kept with the model)</source>
        <translation>%1（随模型保存）</translation>
    </message>
    <message>
        <source>passes below %1, fails from %2 on (kept with the model)</source>
        <translation>低于 %1 放行，达到 %2 剔除（随模型保存）</translation>
    </message>
    <message>
        <source>%1, passes</source>
        <translation>%1，放行</translation>
    </message>
    <message>
        <source>%1, to be reviewed</source>
        <translation>%1，待复核</translation>
    </message>
    <message>
        <source>%1, fails</source>
        <translation>%1，剔除</translation>
    </message>
    <message>
        <source>At stake</source>
        <translation>潜在成本</translation>
    </message>
    <message>
        <source>What a decision on this picture can be expected to save, by the costs that are kept with the model</source>
        <translation>按随模型保存的成本，判定该图像预计可节省的成本</translation>
    </message>
</context>
<context>
    <name>cf::ui::EvidenceView</name>
    <message>
        <source>deviations of normals</source>
        <translation>正常图像的标准差</translation>
    </message>
    <message>
        <source>score; the same colours in the whole category</source>
        <translation>分数；整个类别使用相同的颜色</translation>
    </message>
    <message>
        <source>No map was kept for this picture; it is being made.</source>
        <translation>此图像未保存异常图；正在生成。</translation>
    </message>
    <message>
        <source>There is no map of this picture. %1</source>
        <translation>此图像没有异常图。%1</translation>
    </message>
</context>
<context>
    <name>cf::ui::ExpertSettings</name>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Epochs</source>
        <translation>轮数</translation>
    </message>
    <message>
        <source>Batch</source>
        <translation>批大小</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source>Device</source>
        <translation>设备</translation>
    </message>
    <message>
        <source>CPU threads</source>
        <translation>CPU 线程数</translation>
    </message>
    <message>
        <source>Folder of textures</source>
        <translation>纹理文件夹</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>from the profile</source>
        <translation>按预设</translation>
    </message>
    <message>
        <source>one per core</source>
        <translation>每核一个</translation>
    </message>
    <message>
        <source>made by the program</source>
        <translation>由程序生成</translation>
    </message>
    <message>
        <source>Feature network</source>
        <translation>特征网络</translation>
    </message>
    <message>
        <source>Its layers</source>
        <translation>其层</translation>
    </message>
    <message>
        <source>Side of the pictures</source>
        <translation>图像边长</translation>
    </message>
    <message>
        <source>Side of the grid</source>
        <translation>网格边长</translation>
    </message>
    <message>
        <source>Matches kept, D</source>
        <translation>保留的匹配数 D</translation>
    </message>
    <message>
        <source>Guidance, SG and MG</source>
        <translation>引导（SG 与 MG）</translation>
    </message>
    <message>
        <source>Class-aware adaptor</source>
        <translation>类别感知适配器</translation>
    </message>
    <message>
        <source>Weights of loss terms</source>
        <translation>各损失项的权重</translation>
    </message>
    <message>
        <source>The layers are numbers with commas between them, as in 3,6,9,12.</source>
        <translation>层是用逗号分隔的数字，例如 3,6,9,12。</translation>
    </message>
    <message>
        <source>The weights of loss terms are written as in focal=1,ssim=0.</source>
        <translation>损失项的权重写作 focal=1,ssim=0 的形式。</translation>
    </message>
    <message>
        <source>from the network</source>
        <translation>由网络决定</translation>
    </message>
    <message>
        <source>Baseline to filter</source>
        <translation>待滤波的基线</translation>
    </message>
    <message>
        <source>Weights to begin with</source>
        <translation>初始权重</translation>
    </message>
</context>
<context>
    <name>cf::ui::FilterBar</name>
    <message>
        <source>the file&apos;s name holds crack</source>
        <translation>文件名包含 crack</translation>
    </message>
    <message>
        <source>defects; also normal, unknown</source>
        <translation>缺陷；也可用 normal、unknown</translation>
    </message>
    <message>
        <source>the kind holds this; = for exactly this</source>
        <translation>缺陷类型包含此文字；用 = 表示完全相同</translation>
    </message>
    <message>
        <source>of this category</source>
        <translation>属于此类别</translation>
    </message>
    <message>
        <source>test pictures; also train</source>
        <translation>测试图像；也可用 train</translation>
    </message>
    <message>
        <source>without mask, and with a problem</source>
        <translation>没有掩膜且有问题</translation>
    </message>
    <message>
        <source>also &lt; &lt;= &gt;= =, width and height</source>
        <translation>也可用 &lt; &lt;= &gt;= =，以及 width 和 height</translation>
    </message>
    <message>
        <source>nobody has decided yet</source>
        <translation>尚未有人判定</translation>
    </message>
    <message>
        <source>not normal: the minus turns a word round</source>
        <translation>非正常：减号表示取反</translation>
    </message>
    <message>
        <source>a name with a space in it</source>
        <translation>含空格的名称</translation>
    </message>
    <message>
        <source>Filter: name, label:defect, score&gt;0.4, mask:no ...</source>
        <translation>筛选：名称、label:defect、score&gt;0.4、mask:no ...</translation>
    </message>
    <message>
        <source>Filter of the pictures</source>
        <translation>图像筛选</translation>
    </message>
    <message>
        <source>Help on the filter</source>
        <translation>筛选帮助</translation>
    </message>
    <message>
        <source>Words are separated by spaces; a picture must fulfil all.</source>
        <translation>各条件以空格分隔；图像须满足所有条件。</translation>
    </message>
    <message>
        <source>S&amp;ort</source>
        <translation>排序(&amp;O)</translation>
    </message>
    <message>
        <source>Si&amp;ze</source>
        <translation>大小(&amp;Z)</translation>
    </message>
    <message>
        <source>Size of the thumbnails</source>
        <translation>缩略图大小</translation>
    </message>
    <message>
        <source>Size of the thumbnails (Ctrl+wheel over the pictures)</source>
        <translation>缩略图大小（在图像上按 Ctrl 并滚动滚轮）</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Highest score</source>
        <translation>分数从高到低</translation>
    </message>
    <message>
        <source>Lowest score</source>
        <translation>分数从低到高</translation>
    </message>
</context>
<context>
    <name>cf::ui::Forecast</name>
    <message>
        <source>about %1 seconds</source>
        <translation>约 %1 秒</translation>
    </message>
    <message>
        <source>about %1 minutes</source>
        <translation>约 %1 分钟</translation>
    </message>
    <message>
        <source>about %1 hours</source>
        <translation>约 %1 小时</translation>
    </message>
    <message>
        <source>about %1 days</source>
        <translation>约 %1 天</translation>
    </message>
    <message>
        <source>%1, %2 GB of memory</source>
        <translation>%1，%2 GB 内存</translation>
    </message>
</context>
<context>
    <name>cf::ui::ForecastPanel</name>
    <message>
        <source>Estimate the training&apos;s time</source>
        <translation>估算训练时间</translation>
    </message>
    <message>
        <source>&amp;Do not estimate</source>
        <translation>不估算(&amp;D)</translation>
    </message>
    <message>
        <source>Estimate on this &amp;computer</source>
        <translation>在此计算机上估算(&amp;C)</translation>
    </message>
    <message>
        <source>A few steps are being trained to measure it...</source>
        <translation>正在试训练几步以测量用时...</translation>
    </message>
    <message>
        <source>%1 on this computer, for %L2 steps.</source>
        <translation>在此计算机上训练 %L2 步：%1。</translation>
    </message>
    <message>
        <source>It could not be measured.</source>
        <translation>无法测量。</translation>
    </message>
    <message>
        <source>Not measured yet; it can be once the running job is done.</source>
        <translation>尚未测量；当前任务结束后可测量。</translation>
    </message>
    <message>
        <source>Not measured for these settings yet; it takes some ten seconds.</source>
        <translation>尚未按这些设置测量；约需十秒。</translation>
    </message>
    <message>
        <source>Needs a ticked category with normal pictures first.</source>
        <translation>请先勾选一个有正常图像的类别。</translation>
    </message>
    <message>
        <source>Being checked...</source>
        <translation>正在检查...</translation>
    </message>
    <message>
        <source>Nothing to check yet.</source>
        <translation>暂无可检查的内容。</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Before it begins</source>
        <translation>开始之前</translation>
    </message>
    <message>
        <source>Progress of the estimate</source>
        <translation>估算进度</translation>
    </message>
</context>
<context>
    <name>cf::ui::FormatDialog</name>
    <message>
        <source>MVTec masks (PNG)</source>
        <translation>MVTec 掩膜 (PNG)</translation>
    </message>
    <message>
        <source>COCO (JSON)</source>
        <translation>COCO (JSON)</translation>
    </message>
    <message>
        <source>YOLO segmentation (TXT)</source>
        <translation>YOLO 分割 (TXT)</translation>
    </message>
    <message>
        <source>labelme (JSON)</source>
        <translation>labelme (JSON)</translation>
    </message>
    <message>
        <source>Classes as colours (PNG)</source>
        <translation>以颜色表示缺陷类别 (PNG)</translation>
    </message>
    <message>
        <source>Table (CSV)</source>
        <translation>表格 (CSV)</translation>
    </message>
    <message>
        <source>A folder with a black and white mask for each picture. The pixels alone, without classes.</source>
        <translation>一个文件夹，每幅图像一个黑白掩膜。只有像素，没有缺陷类别。</translation>
    </message>
    <message>
        <source>One file for all pictures. Polygons, and all else as pixels.</source>
        <translation>所有图像共用一个文件。多边形按原样保存，其他形状均保存为像素。</translation>
    </message>
    <message>
        <source>A folder with a text file for each picture, and classes.txt. Outlines alone.</source>
        <translation>一个文件夹，每幅图像一个文本文件，另有 classes.txt。只有轮廓。</translation>
    </message>
    <message>
        <source>A folder with a file for each picture. All kinds of shapes but holes.</source>
        <translation>一个文件夹，每幅图像一个文件。支持所有形状，但不支持孔洞。</translation>
    </message>
    <message>
        <source>A folder with a PNG for each picture, a colour for each class, and classes.txt.</source>
        <translation>一个文件夹，每幅图像一个 PNG，每个缺陷类别一种颜色，另有 classes.txt。</translation>
    </message>
    <message>
        <source>One table for all pictures. Holds everything.</source>
        <translation>所有图像共用一个表格。保存全部内容。</translation>
    </message>
    <message>
        <source>&amp;Replace the shapes that a picture has</source>
        <translation>替换图像已有的形状(&amp;R)</translation>
    </message>
    <message>
        <source>Import shapes</source>
        <translation>导入形状</translation>
    </message>
    <message>
        <source>Export shapes</source>
        <translation>导出形状</translation>
    </message>
    <message>
        <source>Format</source>
        <translation>格式</translation>
    </message>
    <message>
        <source>&amp;Choose the place…</source>
        <translation>选择位置(&amp;C)…</translation>
    </message>
    <message>
        <source>&amp;Format</source>
        <translation>格式(&amp;F)</translation>
    </message>
</context>
<context>
    <name>cf::ui::GrabCutTool</name>
    <message>
        <source>cut-out</source>
        <translation>抠图</translation>
    </message>
    <message>
        <source>Drag a box around a defect: what stands out in it becomes a mask. Shift makes a new one, Alt takes it away; Esc stops the search.</source>
        <translation>在缺陷周围拖出一个框：框内突出的内容成为掩膜。按住 Shift 新建掩膜，按住 Alt 从掩膜中去除；按 Esc 停止查找。</translation>
    </message>
</context>
<context>
    <name>cf::ui::HealthPanel</name>
    <message>
        <source>Serious</source>
        <translation>严重</translation>
    </message>
    <message>
        <source>Warning</source>
        <translation>警告</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>提示</translation>
    </message>
    <message>
        <source>Ignored: %1</source>
        <translation>已忽略：%1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>以及另外 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Health</source>
        <translation>数据质量</translation>
    </message>
    <message numerus="yes">
        <source>Health: %n to look at</source>
        <translation>
            <numerusform>数据质量：%n 项待查看</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Show %n ignored</source>
        <translation>
            <numerusform>显示已忽略的 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>The pictures have not been compared yet.</source>
        <translation>图像尚未比较。</translation>
    </message>
    <message>
        <source>Nothing else was found.</source>
        <translation>未发现其他问题。</translation>
    </message>
    <message>
        <source>Nothing wrong was found.</source>
        <translation>未发现问题。</translation>
    </message>
    <message>
        <source>ignore what was found</source>
        <translation>忽略检查结果</translation>
    </message>
    <message>
        <source>heed what was found</source>
        <translation>重新关注检查结果</translation>
    </message>
    <message>
        <source>Heed a&amp;gain</source>
        <translation>重新关注(&amp;G)</translation>
    </message>
    <message>
        <source>I&amp;gnore</source>
        <translation>忽略(&amp;G)</translation>
    </message>
    <message>
        <source>In training and in the test</source>
        <translation>同时出现在训练和测试中</translation>
    </message>
    <message>
        <source>Files and folders</source>
        <translation>文件和文件夹</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>重复图像</translation>
    </message>
    <message>
        <source>Unusual size</source>
        <translation>尺寸异常</translation>
    </message>
    <message>
        <source>Unusual brightness</source>
        <translation>亮度异常</translation>
    </message>
    <message>
        <source>Problems and findings</source>
        <translation>问题和检查结果</translation>
    </message>
    <message>
        <source>&amp;Show pictures</source>
        <translation>显示图像(&amp;S)</translation>
    </message>
    <message>
        <source>Show only the pictures concerned</source>
        <translation>只显示相关图像</translation>
    </message>
    <message>
        <source>Take it off the list; this can be undone</source>
        <translation>从列表中移除；可以撤销</translation>
    </message>
</context>
<context>
    <name>cf::ui::ImageCanvas</name>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>No picture</source>
        <translation>无图像</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>%L1 x %L2 pixels. Plus and minus zoom, the arrow keys move the picture.</source>
        <translation>%L1 × %L2 像素。加号和减号缩放，方向键移动图像。</translation>
    </message>
    <message>
        <source>Alt and the arrow keys move the divider.</source>
        <translation>按 Alt 和方向键移动分隔线。</translation>
    </message>
</context>
<context>
    <name>cf::ui::ImageGrid</name>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Pictures of the dataset as tiles; Enter opens one</source>
        <translation>以缩略图显示数据集图像；按 Enter 打开</translation>
    </message>
</context>
<context>
    <name>cf::ui::InspectControls</name>
    <message>
        <source>Filter&apos;s share λ</source>
        <translation>滤波占比 λ</translation>
    </message>
    <message>
        <source>0 shows the baseline map alone, 1 the filtered map alone</source>
        <translation>0 只显示基线图，1 只显示滤波图</translation>
    </message>
    <message>
        <source>Threshold</source>
        <translation>阈值</translation>
    </message>
    <message>
        <source>Where the outline runs, in standard deviations of normal pictures</source>
        <translation>轮廓线所在的值，以正常图像的标准差为单位</translation>
    </message>
    <message>
        <source>Scale up to</source>
        <translation>色标上限</translation>
    </message>
    <message>
        <source>The score that gets the brightest colour, the same in all pictures</source>
        <translation>对应最亮颜色的分数，所有图像相同</translation>
    </message>
    <message>
        <source>Opacity</source>
        <translation>不透明度</translation>
    </message>
    <message>
        <source>Of the map over the picture</source>
        <translation>叠加在图像上的异常图</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>配色</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>视图数</translation>
    </message>
    <message>
        <source>Linked views side by side</source>
        <translation>并排的联动视图</translation>
    </message>
    <message>
        <source>Scale to each picture</source>
        <translation>按每幅图像缩放色标</translation>
    </message>
    <message>
        <source>From the smallest to the largest value of each map. Colours then do not compare between pictures.</source>
        <translation>从每幅异常图的最小值到最大值。此时不同图像之间的颜色不可比较。</translation>
    </message>
    <message>
        <source>This model is a baseline without a filter: there is nothing to mix</source>
        <translation>此模型是不带滤波器的基线：没有可混合的内容</translation>
    </message>
</context>
<context>
    <name>cf::ui::InspectPage</name>
    <message>
        <source>Recognised as %1
Score: baseline %2, filtered %3, fused %4</source>
        <translation>识别为 %1
分数：基线 %2，滤波 %3，融合 %4</translation>
    </message>
    <message>
        <source>Open a dataset first.</source>
        <translation>请先打开数据集。</translation>
    </message>
    <message>
        <source>Train a filter first; then each picture can be looked into here.</source>
        <translation>请先训练滤波器；之后可在此逐幅检查图像。</translation>
    </message>
    <message>
        <source>This dataset has no test pictures.</source>
        <translation>此数据集没有测试图像。</translation>
    </message>
    <message>
        <source>Choose a picture on the left.</source>
        <translation>请在左侧选择一幅图像。</translation>
    </message>
    <message>
        <source>Profile line</source>
        <translation>剖面线</translation>
    </message>
    <message>
        <source>Draw a line with the left button; its values are plotted below (also with Shift held, without this button)</source>
        <translation>用左键画一条线，其上的值绘制在下方（不按此按钮时，也可按住 Shift 拖动）</translation>
    </message>
    <message>
        <source>Export view…</source>
        <translation>导出视图…</translation>
    </message>
    <message>
        <source>What is seen, as a picture (PNG) or a drawing (SVG, PDF)</source>
        <translation>将所见内容导出为图像（PNG）或矢量图（SVG、PDF）</translation>
    </message>
    <message>
        <source>Export maps…</source>
        <translation>导出异常图…</translation>
    </message>
    <message>
        <source>The maps&apos; numbers as 32-bit float TIFF</source>
        <translation>将异常图的数值导出为 32 位浮点 TIFF</translation>
    </message>
    <message>
        <source>Noise suppression</source>
        <translation>噪声抑制</translation>
    </message>
    <message>
        <source>There is nothing to export yet: choose a picture first.</source>
        <translation>尚无可导出的内容：请先选择一幅图像。</translation>
    </message>
    <message>
        <source>Export what is seen</source>
        <translation>导出所见内容</translation>
    </message>
    <message>
        <source>Picture (*.png);;Drawing (*.svg);;Document (*.pdf)</source>
        <translation>图像 (*.png);;矢量图 (*.svg);;文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Export view</source>
        <translation>导出视图</translation>
    </message>
    <message>
        <source>The view was written to %1.</source>
        <translation>视图已写入 %1。</translation>
    </message>
    <message>
        <source>Export maps</source>
        <translation>导出异常图</translation>
    </message>
    <message numerus="yes">
        <source>%n map(s) were written to %1.</source>
        <translation>
            <numerusform>已将 %n 幅异常图写入 %1。</numerusform>
        </translation>
    </message>
    <message>
        <source>Values</source>
        <translation>数值</translation>
    </message>
    <message>
        <source>Recognised as %1
Score: %2, of the baseline without a filter</source>
        <translation>识别为 %1
分数：%2，来自不带滤波器的基线</translation>
    </message>
</context>
<context>
    <name>cf::ui::InspectTile</name>
    <message>
        <source>Map shown over the picture</source>
        <translation>叠加在图像上的图</translation>
    </message>
    <message>
        <source>picture, 16 bit</source>
        <translation>图像，16 位</translation>
    </message>
    <message>
        <source>picture, 8 bit</source>
        <translation>图像，8 位</translation>
    </message>
    <message>
        <source>Map left of the divider</source>
        <translation>分隔线左侧的图</translation>
    </message>
    <message>
        <source>Map right of the divider</source>
        <translation>分隔线右侧的图</translation>
    </message>
    <message>
        <source>Split this view</source>
        <translation>分割此视图</translation>
    </message>
    <message>
        <source>Compare two maps in this view. Drag the divider, or move it with Alt and the arrow keys.</source>
        <translation>在此视图中比较两幅图。拖动分隔线，或按 Alt 和方向键移动。</translation>
    </message>
</context>
<context>
    <name>cf::ui::Job</name>
    <message>
        <source>Warning: %1</source>
        <translation>警告：%1</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Stopping</source>
        <translation>正在停止</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>已取消</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 小时 %2 分</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 分 %2 秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>Reading files</source>
        <translation>正在读取文件</translation>
    </message>
    <message>
        <source>Checking pictures</source>
        <translation>正在检查图像</translation>
    </message>
    <message>
        <source>Looking for duplicates and outliers</source>
        <translation>正在查找重复图像和离群图像</translation>
    </message>
    <message>
        <source>Making sample pictures</source>
        <translation>正在生成示例图像</translation>
    </message>
    <message>
        <source>Listing files</source>
        <translation>正在列出文件</translation>
    </message>
    <message>
        <source>Measuring the templates&apos; own noise</source>
        <translation>正在测量模板自身的噪声</translation>
    </message>
    <message>
        <source>Scoring pictures</source>
        <translation>正在计算图像分数</translation>
    </message>
    <message>
        <source>Computing metrics</source>
        <translation>正在计算指标</translation>
    </message>
    <message>
        <source>Writing the report</source>
        <translation>正在写入报告</translation>
    </message>
    <message>
        <source>Checking the project</source>
        <translation>正在检查项目</translation>
    </message>
    <message>
        <source>Loading pictures</source>
        <translation>正在加载图像</translation>
    </message>
    <message>
        <source>Computing features</source>
        <translation>正在计算特征</translation>
    </message>
    <message>
        <source>Making validation samples</source>
        <translation>正在生成验证样本</translation>
    </message>
    <message>
        <source>Making training samples</source>
        <translation>正在生成训练样本</translation>
    </message>
    <message>
        <source>Choosing the baseline map</source>
        <translation>正在选择基线图</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>正在训练</translation>
    </message>
    <message>
        <source>Choosing the filter&apos;s share</source>
        <translation>正在选择滤波占比</translation>
    </message>
    <message>
        <source>Scoring test pictures</source>
        <translation>正在计算测试图像分数</translation>
    </message>
    <message>
        <source>Comparing the normal pictures</source>
        <translation>正在比较正常图像</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>Trying a few steps</source>
        <translation>正在试训练几步</translation>
    </message>
    <message>
        <source>Looking through what was reviewed</source>
        <translation>正在查看复核结果</translation>
    </message>
    <message>
        <source>Scoring pictures again</source>
        <translation>重新为图像评分</translation>
    </message>
</context>
<context>
    <name>cf::ui::JobModel</name>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Job</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
</context>
<context>
    <name>cf::ui::JobsDock</name>
    <message>
        <source>Jobs</source>
        <translation>任务</translation>
    </message>
    <message>
        <source>&amp;Stop</source>
        <translation>停止(&amp;S)</translation>
    </message>
    <message>
        <source>Stop the chosen job; what it has finished is kept</source>
        <translation>停止所选任务；已完成的部分会保留</translation>
    </message>
    <message>
        <source>Re&amp;try</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Start the chosen job again</source>
        <translation>重新启动所选任务</translation>
    </message>
    <message>
        <source>&amp;Clear past jobs</source>
        <translation>清除已结束的任务(&amp;C)</translation>
    </message>
    <message>
        <source>Remove the jobs that are over from this list</source>
        <translation>从列表中移除已结束的任务</translation>
    </message>
    <message>
        <source>Log of the chosen job</source>
        <translation>所选任务的日志</translation>
    </message>
    <message>
        <source>The chosen job&apos;s messages appear here.</source>
        <translation>所选任务的消息显示在这里。</translation>
    </message>
</context>
<context>
    <name>cf::ui::LevelControls</name>
    <message>
        <source>Black at</source>
        <translation>黑点</translation>
    </message>
    <message>
        <source>White at</source>
        <translation>白点</translation>
    </message>
    <message>
        <source>The picture&apos;s value that is drawn black</source>
        <translation>显示为黑色的图像值</translation>
    </message>
    <message>
        <source>The picture&apos;s value that is drawn white</source>
        <translation>显示为白色的图像值</translation>
    </message>
    <message>
        <source>Fit to picture</source>
        <translation>适应图像</translation>
    </message>
    <message>
        <source>From the darkest to the brightest half percent of the pixels</source>
        <translation>去掉最暗和最亮各 0.5% 的像素</translation>
    </message>
    <message>
        <source>Whole range</source>
        <translation>全范围</translation>
    </message>
    <message>
        <source>All values that the picture&apos;s bits can hold</source>
        <translation>图像位深可表示的全部值</translation>
    </message>
</context>
<context>
    <name>cf::ui::LocationMapView</name>
    <message>
        <source>%1 % from the left, %2 % from the top</source>
        <translation>距左 %1 %，距上 %2 %</translation>
    </message>
    <message numerus="yes">
        <source>%1: defective in %2 % of %Ln picture(s) with a defect</source>
        <translation>
            <numerusform>%1：%Ln 幅缺陷图像中有 %2 % 在此处有缺陷</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Map of how often each place of the picture was defective</source>
        <translation>图像各处出现缺陷频率的分布图</translation>
    </message>
</context>
<context>
    <name>cf::ui::LossText</name>
    <message numerus="yes">
        <source>%n shapes: holes become slits in the outline; the pixels stay the same.</source>
        <translation>
            <numerusform>%n 个形状：孔洞将变为轮廓中的狭缝；像素保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: ellipses become polygons, not quite the same pixels.</source>
        <translation>
            <numerusform>%n 个形状：椭圆将变为多边形，像素不完全相同。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: outlines become pixels, or pixels outlines; the pixels stay the same.</source>
        <translation>
            <numerusform>%n 个形状：轮廓将变为像素，或像素变为轮廓；像素保持不变。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: their class is not written.</source>
        <translation>
            <numerusform>%n 个形状：不写入其缺陷类别。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: which of them belong together, or where two that touch part, is not written.</source>
        <translation>
            <numerusform>%n 个形状：不写入哪些形状属于同一对象，或相邻两者的分界。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: where they overlap the upper one alone is written.</source>
        <translation>
            <numerusform>%n 个形状：重叠处只写入上层形状。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: what lies beside the picture is cut off or moved to its edge.</source>
        <translation>
            <numerusform>%n 个形状：图片以外的部分将被裁掉或移到边缘。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n points or lines are not written.</source>
        <translation>
            <numerusform>%n 个点或线不写入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n shapes: what another program noted of them (descriptions, flags) is not written.</source>
        <translation>
            <numerusform>%n 个形状：不写入其他程序的附注（描述、标志）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::MainWindow</name>
    <message>
        <source>Reading %1</source>
        <translation>正在读取 %1</translation>
    </message>
    <message>
        <source>The project&apos;s pictures are not at %1 any more. If they were moved, say where they are now; everything else in the project stays.</source>
        <translation>项目图像已不在 %1。如果图像已移动，请指定现在的位置；项目中的其他内容保持不变。</translation>
    </message>
    <message>
        <source>There is nothing at %1.</source>
        <translation>%1 处没有任何内容。</translation>
    </message>
    <message>
        <source>Folder of pictures</source>
        <translation>图像文件夹</translation>
    </message>
    <message>
        <source>Folder for the project</source>
        <translation>项目的保存文件夹</translation>
    </message>
    <message>
        <source>Project folder</source>
        <translation>项目文件夹</translation>
    </message>
    <message>
        <source>Where are the pictures now?</source>
        <translation>图像现在在哪里？</translation>
    </message>
    <message>
        <source>Jobs are running</source>
        <translation>有任务正在运行</translation>
    </message>
    <message>
        <source>Stop the running jobs and quit? What they have finished is kept.</source>
        <translation>停止运行中的任务并退出？已完成的部分会保留。</translation>
    </message>
    <message>
        <source>Stop and quit</source>
        <translation>停止并退出</translation>
    </message>
    <message>
        <source>Go on working</source>
        <translation>继续工作</translation>
    </message>
    <message>
        <source>Stopping the jobs...</source>
        <translation>正在停止任务...</translation>
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
        <translation>剩余 %1</translation>
    </message>
    <message numerus="yes">
        <source> (%n more)</source>
        <translation>
            <numerusform>（另有 %n 个）</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing was opened yet</source>
        <translation>尚未打开任何内容</translation>
    </message>
    <message>
        <source>&amp;Recent</source>
        <translation>最近打开(&amp;R)</translation>
    </message>
    <message>
        <source>Navigation</source>
        <translation>导航</translation>
    </message>
    <message>
        <source>Progress of the running job</source>
        <translation>当前任务的进度</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>文件(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>视图(&amp;V)</translation>
    </message>
    <message>
        <source>&amp;Inspect</source>
        <translation>检查(&amp;I)</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>帮助(&amp;H)</translation>
    </message>
    <message>
        <source>Lan&amp;guage</source>
        <translation>语言 (Lan&amp;guage)</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>编辑(&amp;E)</translation>
    </message>
    <message>
        <source>&amp;Run</source>
        <translation>运行(&amp;R)</translation>
    </message>
    <message>
        <source>Test run %1</source>
        <translation>测试运行 %1</translation>
    </message>
    <message>
        <source>report of run %1</source>
        <translation>运行 %1 的报告</translation>
    </message>
    <message>
        <source>Save the report</source>
        <translation>保存报告</translation>
    </message>
    <message>
        <source>Web page (*.html);;PDF document (*.pdf);;Table of figures (*.csv)</source>
        <translation>网页 (*.html);;PDF 文档 (*.pdf);;指标表 (*.csv)</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message>
        <source>The report is at %1.</source>
        <translation>报告位于 %1。</translation>
    </message>
    <message>
        <source>Select pictures on the Dataset page, or list some on the Analyse page, with a trained filter at hand.</source>
        <translation>请在“数据集”页上选择图像，或在“分析”页上列出图像；需要有已训练的滤波器。</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a project with its pictures first.</source>
        <translation>请先打开项目及其图像。</translation>
    </message>
    <message>
        <source>The folder with the maps, as CATEGORY/test/KIND/NAME.tiff (or .npy, .png)</source>
        <translation>异常图文件夹：类别/test/种类/名称.tiff（或 .npy、.png）</translation>
    </message>
    <message>
        <source>Measure the maps in %1</source>
        <translation>评测 %1 中的异常图</translation>
    </message>
    <message>
        <source>Other pictures</source>
        <translation>其他图像</translation>
    </message>
    <message>
        <source>Should the project “%1” work on the pictures in %2 from now on?</source>
        <translation>项目“%1”今后是否改用 %2 中的图像？</translation>
    </message>
    <message>
        <source>Its runs stay as they are, with the pictures that they were trained on. To only look at the other pictures, close the project.</source>
        <translation>已有的运行及其训练所用的图像保持不变。如果只想查看其他图像，请关闭项目。</translation>
    </message>
    <message>
        <source>&amp;Use them in the project</source>
        <translation>在项目中使用(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Close the project and look</source>
        <translation>关闭项目并查看(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Keep its pictures</source>
        <translation>保留原有图像(&amp;K)</translation>
    </message>
    <message>
        <source>Saving the last decisions...</source>
        <translation>正在保存最后的判定...</translation>
    </message>
    <message>
        <source>Decisions are not saved</source>
        <translation>判定未保存</translation>
    </message>
    <message numerus="yes">
        <source>%n step(s) of the review could not be saved. Quit without them?</source>
        <translation>
            <numerusform>复核中有 %n 步操作无法保存。不保存并退出？</numerusform>
        </translation>
    </message>
    <message>
        <source>Quit &amp;without them</source>
        <translation>不保存并退出(&amp;W)</translation>
    </message>
    <message>
        <source>&amp;Go back to the review</source>
        <translation>返回复核(&amp;G)</translation>
    </message>
    <message>
        <source>Revie&amp;w</source>
        <translation>复核(&amp;W)</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapChooser</name>
    <message>
        <source>Layer</source>
        <translation>层</translation>
    </message>
    <message>
        <source>Attention block</source>
        <translation>注意力块</translation>
    </message>
    <message>
        <source>Template</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Cost against one template</source>
        <translation>相对单个模板的代价</translation>
    </message>
    <message>
        <source>RCSA, any channel</source>
        <translation>RCSA，任意通道</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Spatial attention</source>
        <translation>空间注意力</translation>
    </message>
    <message>
        <source>By falling weight of the channel attention</source>
        <translation>按通道注意力权重从大到小排列</translation>
    </message>
    <message>
        <source>By falling weight of the channel attention. This filter takes its guidance in before the convolutions, so those channels come last and have no weight.</source>
        <translation>按通道注意力权重从大到小排列。此滤波器在卷积之前引入引导，因此这些通道排在最后，没有权重。</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapLegend</name>
    <message>
        <source>%1, from %2 to %3</source>
        <translation>%1，从 %2 到 %3</translation>
    </message>
    <message>
        <source>, outlined from %1</source>
        <translation>，轮廓线从 %1 起</translation>
    </message>
    <message>
        <source>Scale</source>
        <translation>色标</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapText</name>
    <message>
        <source>cost, 1 − cosine</source>
        <translation>代价，1 − 余弦</translation>
    </message>
    <message>
        <source>share of this picture&apos;s range</source>
        <translation>占本图取值范围的比例</translation>
    </message>
    <message>
        <source>logit</source>
        <translation>logit</translation>
    </message>
    <message>
        <source>probability</source>
        <translation>概率</translation>
    </message>
    <message>
        <source>deviations of normals</source>
        <translation>正常图像的标准差</translation>
    </message>
    <message>
        <source>Matching cost, layer %1</source>
        <translation>匹配代价，第 %1 层</translation>
    </message>
    <message>
        <source>Baseline map</source>
        <translation>基线图</translation>
    </message>
    <message>
        <source>RCSA heatmap, %1</source>
        <translation>RCSA 热图，%1</translation>
    </message>
    <message>
        <source>Network output</source>
        <translation>网络输出</translation>
    </message>
    <message>
        <source>Filtered map</source>
        <translation>滤波图</translation>
    </message>
    <message>
        <source>Fused map</source>
        <translation>融合图</translation>
    </message>
    <message>
        <source>%1 %2, before attention</source>
        <translation>%1 %2，注意力之前</translation>
    </message>
    <message>
        <source>%1 %2, weight %L3</source>
        <translation>%1 %2，权重 %L3</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>%1, spatial attention</source>
        <translation>%1，空间注意力</translation>
    </message>
    <message>
        <source>activation</source>
        <translation>激活值</translation>
    </message>
    <message>
        <source>attention weight</source>
        <translation>注意力权重</translation>
    </message>
    <message>
        <source>%1, this picture&apos;s scale</source>
        <translation>%1，按本图色标</translation>
    </message>
    <message>
        <source>encoder block %1</source>
        <translation>编码器块 %1</translation>
    </message>
    <message>
        <source>decoder block %1</source>
        <translation>解码器块 %1</translation>
    </message>
    <message>
        <source>channel</source>
        <translation>通道</translation>
    </message>
    <message>
        <source>cost volume</source>
        <translation>代价体</translation>
    </message>
    <message>
        <source>spatial guidance</source>
        <translation>空间引导</translation>
    </message>
    <message>
        <source>matching guidance</source>
        <translation>匹配引导</translation>
    </message>
    <message>
        <source>Template %1 of %2</source>
        <translation>模板 %1 / %2</translation>
    </message>
    <message>
        <source>Cost, layer %1, %2</source>
        <translation>代价，第 %1 层，%2</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapsDialog</name>
    <message>
        <source>Export maps</source>
        <translation>导出异常图</translation>
    </message>
    <message>
        <source>Each chosen map becomes a TIFF with 32-bit floats at the picture&apos;s size, as the engine made it. Files of the same name are replaced.</source>
        <translation>每幅所选的异常图以图像的尺寸保存为 32 位浮点 TIFF，数值与引擎输出一致。同名文件会被替换。</translation>
    </message>
    <message>
        <source>Maps</source>
        <translation>异常图</translation>
    </message>
    <message>
        <source>Folder</source>
        <translation>文件夹</translation>
    </message>
    <message>
        <source>&amp;Folder</source>
        <translation>文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Choose…</source>
        <translation>选择(&amp;C)…</translation>
    </message>
</context>
<context>
    <name>cf::ui::MapsStrip</name>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Colours from the lowest to the highest score that this run gave a picture of the category; outlined from its threshold on</source>
        <translation>颜色对应该运行给出的该类别图像最低到最高分数；达到其阈值处画出轮廓</translation>
    </message>
</context>
<context>
    <name>cf::ui::MatchView</name>
    <message>
        <source>Matching…</source>
        <translation>正在匹配…</translation>
    </message>
    <message numerus="yes">
        <source>the %n templates</source>
        <translation>
            <numerusform>%n 个模板</numerusform>
        </translation>
    </message>
    <message>
        <source>Cost %1 (0 = looks the same): nothing in %2 is more like this place than the one marked in %3.</source>
        <translation>代价 %1（0 = 看起来相同）：在 %2 中，没有比 %3 中标出的位置更像此处的了。</translation>
    </message>
    <message>
        <source>The map says %1: there each layer takes its own best place.</source>
        <translation>图中的值为 %1：其中各层分别取自己的最佳位置。</translation>
    </message>
    <message>
        <source>All layers</source>
        <translation>所有层</translation>
    </message>
    <message>
        <source>Layer 1 (finest)</source>
        <translation>第 1 层（最细）</translation>
    </message>
    <message>
        <source>Layer %1 (coarsest)</source>
        <translation>第 %1 层（最粗）</translation>
    </message>
    <message>
        <source>Layer %1</source>
        <translation>第 %1 层</translation>
    </message>
    <message>
        <source>Why does this place stand out?</source>
        <translation>此处为何突出？</translation>
    </message>
    <message>
        <source>Feature layer</source>
        <translation>特征层</translation>
    </message>
    <message>
        <source>Fine layers see edges and texture, coarse ones whole parts</source>
        <translation>细层反映边缘和纹理，粗层反映整个部件</translation>
    </message>
    <message>
        <source>Full colour at</source>
        <translation>最亮颜色对应</translation>
    </message>
    <message>
        <source>Cost of the brightest colour</source>
        <translation>最亮颜色对应的代价</translation>
    </message>
    <message>
        <source>The same for all pictures, so that they can be compared</source>
        <translation>所有图像相同，便于相互比较</translation>
    </message>
    <message>
        <source>Highest co&amp;st</source>
        <translation>最高代价(&amp;S)</translation>
    </message>
    <message>
        <source>Goes to the place that stands out most</source>
        <translation>转到最突出的位置</translation>
    </message>
    <message>
        <source>Picture with its cost map</source>
        <translation>叠加代价图的图像</translation>
    </message>
    <message>
        <source>Point at a place, or go there with the arrow keys</source>
        <translation>指向某处，或用方向键移到该处</translation>
    </message>
    <message>
        <source>Most alike template</source>
        <translation>最相似的模板</translation>
    </message>
    <message>
        <source>Picture: %1</source>
        <translation>图像：%1</translation>
    </message>
    <message>
        <source>Template: %1</source>
        <translation>模板：%1</translation>
    </message>
    <message>
        <source>The source has no templates for this picture (%1), so normal pictures are compared.</source>
        <translation>该来源没有此图像的模板（%1），因此与正常图像进行比较。</translation>
    </message>
</context>
<context>
    <name>cf::ui::MatrixCell</name>
    <message>
        <source>%1 % of the row</source>
        <translation>占本行 %1%</translation>
    </message>
</context>
<context>
    <name>cf::ui::MetricTable</name>
    <message>
        <source>baseline</source>
        <translation>基线</translation>
    </message>
    <message>
        <source>with filter</source>
        <translation>有滤波</translation>
    </message>
    <message>
        <source>gain</source>
        <translation>增益</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>平均</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>异常图</translation>
    </message>
    <message>
        <source>Metrics by category, in per cent</source>
        <translation>各类别指标（百分比）</translation>
    </message>
</context>
<context>
    <name>cf::ui::NoisePanel</name>
    <message>
        <source>, overlap %L1 %</source>
        <translation>，重叠 %L1%</translation>
    </message>
    <message>
        <source>normal pixels</source>
        <translation>正常像素</translation>
    </message>
    <message>
        <source>defect pixels</source>
        <translation>缺陷像素</translation>
    </message>
    <message>
        <source>overlap</source>
        <translation>重叠</translation>
    </message>
    <message>
        <source>this stage</source>
        <translation>当前阶段</translation>
    </message>
    <message>
        <source>Stage from matching cost to fused map</source>
        <translation>从匹配代价到融合图的阶段</translation>
    </message>
    <message>
        <source>From the raw matching cost to the fused map</source>
        <translation>从原始匹配代价到融合图</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Densities of normal and defect pixels</source>
        <translation>正常像素与缺陷像素的密度</translation>
    </message>
    <message>
        <source>Needs a picture with a marked defect.</source>
        <translation>需要一幅标有缺陷的图像。</translation>
    </message>
    <message>
        <source>stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>overlap, 0 to 1</source>
        <translation>重叠，0 到 1</translation>
    </message>
    <message>
        <source>Overlap of the densities along the stages</source>
        <translation>各阶段的密度重叠</translation>
    </message>
    <message>
        <source>How far normal and defect pixels are told apart.</source>
        <translation>正常像素与缺陷像素的区分程度。</translation>
    </message>
</context>
<context>
    <name>cf::ui::NormalDialog</name>
    <message>
        <source>Take as normal</source>
        <translation>作为正常图像采用</translation>
    </message>
    <message numerus="yes">
        <source>%1 becomes a normal of %2. Of %L3 pictures, %n get another score.</source>
        <translation>
            <numerusform>%1 将成为 %2 的正常图像。在 %L3 幅图像中，%n 幅的分数会改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>The category has no threshold, so that nothing says which defects would be missed.</source>
        <translation>该类别没有阈值，因此无法说明会漏检哪些缺陷。</translation>
    </message>
    <message>
        <source>No known defect would be missed.</source>
        <translation>不会漏检任何已知缺陷。</translation>
    </message>
    <message numerus="yes">
        <source>%n known defect(s) would be missed from now on.</source>
        <translation>
            <numerusform>此后将漏检 %n 个已知缺陷。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n false alarm(s) solved.</source>
        <translation>
            <numerusform>消除 %n 个误报。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n other picture(s) change sides.</source>
        <translation>
            <numerusform>另有 %n 幅图像的判定会改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>From now on</source>
        <translation>此后</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Defect</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>之前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>之后</translation>
    </message>
    <message>
        <source>Pictures that change sides</source>
        <translation>判定会改变的图像</translation>
    </message>
    <message>
        <source>passes</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>missed</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>to be reviewed</source>
        <translation>待复核</translation>
    </message>
    <message>
        <source>called defective</source>
        <translation>判为有缺陷</translation>
    </message>
    <message>
        <source>&amp;Take as normal</source>
        <translation>作为正常图像采用(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Leave it</source>
        <translation>保持不变(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Show the picture</source>
        <translation>显示该图像(&amp;S)</translation>
    </message>
    <message>
        <source>Normal no more</source>
        <translation>不再是正常图像</translation>
    </message>
    <message numerus="yes">
        <source>%1 is a normal of %2 no more. Of %L3 pictures, %n get another score.</source>
        <translation>
            <numerusform>%1 不再是 %2 的正常图像。在 %L3 幅图像中，%n 幅的分数会改变。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Take away</source>
        <translation>移除(&amp;T)</translation>
    </message>
    <message>
        <source>⚠ So far this picture is known as defective. Once it is a normal, defects like its own may pass.</source>
        <translation>⚠ 此图像目前被视为有缺陷。一旦成为正常图像，与其类似的缺陷可能会被放行。</translation>
    </message>
</context>
<context>
    <name>cf::ui::NormalsBar</name>
    <message>
        <source>Score anew with other normals: %1</source>
        <translation>用不同的正常图像重新评分：%1</translation>
    </message>
    <message>
        <source>Change the normals of the model</source>
        <translation>更改模型的正常图像</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>How far the new scores are</source>
        <translation>新分数的进度</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
</context>
<context>
    <name>cf::ui::NotesWriter</name>
    <message>
        <source>Save the notes of run %1</source>
        <translation>保存运行 %1 的备注</translation>
    </message>
    <message>
        <source>The notes were not saved.</source>
        <translation>备注未保存。</translation>
    </message>
    <message>
        <source>Saving was stopped.</source>
        <translation>保存已停止。</translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureChanges</name>
    <message>
        <source>Choose a picture to see the maps of all runs side by side.</source>
        <translation>选择一幅图像，并排查看所有运行的异常图。</translation>
    </message>
    <message>
        <source>&amp;Only those that change side</source>
        <translation>仅判定改变的图像(&amp;O)</translation>
    </message>
    <message>
        <source>Scores of the pictures</source>
        <translation>图像分数</translation>
    </message>
    <message>
        <source>No picture changes side</source>
        <translation>没有图像的判定发生改变</translation>
    </message>
    <message numerus="yes">
        <source>%n pictures change side</source>
        <translation>
            <numerusform>%n 幅图像的判定发生改变</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>, of %n that all runs scored. </source>
        <translation>
            <numerusform>，所有运行均评分的图像共 %n 幅。 </numerusform>
        </translation>
    </message>
    <message>
        <source>Anomalous from the given threshold on.</source>
        <translation>分数达到给定阈值即判为异常。</translation>
    </message>
    <message>
        <source>Anomalous from the threshold on at which F1 is best, for each run and category.</source>
        <translation>分数达到 F1 最佳的阈值即判为异常，阈值按每个运行和类别分别确定。</translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureList</name>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>测试图像</translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureModel</name>
    <message>
        <source>defective</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>In truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>To threshold</source>
        <translation>距阈值</translation>
    </message>
</context>
<context>
    <name>cf::ui::PictureTable</name>
    <message>
        <source>Pictures behind the chosen part of the plots</source>
        <translation>图表中所选部分对应的图像</translation>
    </message>
</context>
<context>
    <name>cf::ui::PlotBoard</name>
    <message>
        <source>defective, %1</source>
        <translation>缺陷，%1</translation>
    </message>
    <message>
        <source>good, %1</source>
        <translation>良品，%1</translation>
    </message>
    <message>
        <source>%1 %2 %</source>
        <translation>%1 %2%</translation>
    </message>
    <message>
        <source>A density needs two different scores on each side.</source>
        <translation>密度曲线要求两侧各有两个不同的分数。</translation>
    </message>
    <message>
        <source>Pixel curves are kept for each category: choose one on the left.</source>
        <translation>像素曲线按类别保存：请在左侧选择一个类别。</translation>
    </message>
    <message>
        <source>No pixel curves: the test set has no masks.</source>
        <translation>没有像素曲线：测试集没有掩膜。</translation>
    </message>
    <message>
        <source>Densities</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Densities; overlap: %1</source>
        <translation>密度；重叠：%1</translation>
    </message>
    <message>
        <source>The area that good and defective share: 0 % apart, 100 % the same</source>
        <translation>良品与缺陷的共有面积：0% 为完全分开，100% 为完全相同</translation>
    </message>
    <message>
        <source>Of single pixels only densities and curves are kept.</source>
        <translation>单个像素只保留密度和曲线。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>A curve needs good and defective pictures.</source>
        <translation>曲线需要良品图像和缺陷图像。</translation>
    </message>
    <message>
        <source>recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>false positive rate</source>
        <translation>假阳性率</translation>
    </message>
    <message>
        <source>overlap per region</source>
        <translation>区域重叠率</translation>
    </message>
    <message>
        <source>ROC</source>
        <translation>ROC</translation>
    </message>
    <message>
        <source>Precision and recall</source>
        <translation>精确率与召回率</translation>
    </message>
    <message>
        <source>PRO</source>
        <translation>PRO</translation>
    </message>
    <message>
        <source>Scores of the pictures</source>
        <translation>图像分数</translation>
    </message>
    <message>
        <source>Curves</source>
        <translation>曲线</translation>
    </message>
    <message>
        <source>The number is the area under the curve in per cent; of PRO up to a false positive rate of 0.3</source>
        <translation>数字为曲线下面积（百分比）；PRO 只计算到假阳性率 0.3</translation>
    </message>
    <message>
        <source>At the threshold</source>
        <translation>在此阈值下</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>density</source>
        <translation>密度</translation>
    </message>
    <message>
        <source>Densities of the scores</source>
        <translation>分数的密度</translation>
    </message>
    <message>
        <source>Drag the line or click to move the threshold</source>
        <translation>拖动线或点击可移动阈值</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Histogram and boxes of the scores</source>
        <translation>分数的直方图和箱线图</translation>
    </message>
    <message>
        <source>Click a bar to see its pictures; drag the line to move the threshold</source>
        <translation>点击柱条可查看其图像；拖动线可移动阈值</translation>
    </message>
    <message>
        <source>Curves with the operating point</source>
        <translation>带工作点的曲线</translation>
    </message>
    <message>
        <source>Click the solid curve, or drag the point along it, to move the threshold</source>
        <translation>点击实线，或沿曲线拖动工作点，可移动阈值</translation>
    </message>
    <message>
        <source>Kind of curve</source>
        <translation>曲线类型</translation>
    </message>
</context>
<context>
    <name>cf::ui::PlotFrame</name>
    <message>
        <source>Save the plot</source>
        <translation>保存图表</translation>
    </message>
    <message>
        <source>Vectors (*.svg)</source>
        <translation>矢量图 (*.svg)</translation>
    </message>
    <message>
        <source>Document (*.pdf)</source>
        <translation>文档 (*.pdf)</translation>
    </message>
    <message>
        <source>Pixels (*.png)</source>
        <translation>像素图 (*.png)</translation>
    </message>
    <message>
        <source>The plot was not saved</source>
        <translation>图表未保存</translation>
    </message>
    <message>
        <source>&amp;Copy picture</source>
        <translation>复制图像(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Save as...</source>
        <translation>另存为(&amp;S)...</translation>
    </message>
</context>
<context>
    <name>cf::ui::PolygonTool</name>
    <message>
        <source>polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>Click corner by corner; Enter or a double click closes, Backspace takes the last corner back, Esc cancels. Alt cuts the outline out of the selected shape.</source>
        <translation>逐个点击顶点；按 Enter 或双击闭合，按 Backspace 撤回上一个顶点，按 Esc 取消。按住 Alt 可从所选形状中挖去此轮廓。</translation>
    </message>
</context>
<context>
    <name>cf::ui::PreviewStatus</name>
    <message>
        <source>Waiting until the work before it is done</source>
        <translation>等待前面的工作完成</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>cf::ui::PreviewTimeline</name>
    <message>
        <source>step %L1</source>
        <translation>第 %L1 步</translation>
    </message>
    <message>
        <source>step %L1, score %L2</source>
        <translation>第 %L1 步，分数 %L2</translation>
    </message>
    <message>
        <source>truth</source>
        <translation>真值</translation>
    </message>
    <message>
        <source>map</source>
        <translation>异常图</translation>
    </message>
    <message>
        <source>What it sees in held-out synthetic defects</source>
        <translation>在留出合成缺陷中看到的内容</translation>
    </message>
    <message>
        <source>At each validation, some invented defects appear here with what the filter sees.</source>
        <translation>每次验证时，这里显示若干合成缺陷以及滤波器看到的内容。</translation>
    </message>
    <message>
        <source>Step of the training</source>
        <translation>训练的步</translation>
    </message>
    <message>
        <source>From the first validation to the latest</source>
        <translation>从首次验证到最近一次验证</translation>
    </message>
    <message>
        <source>Halt</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>播放</translation>
    </message>
    <message>
        <source>Runs through the steps</source>
        <translation>逐步播放</translation>
    </message>
</context>
<context>
    <name>cf::ui::ProfilePanel</name>
    <message>
        <source>From (●)</source>
        <translation>起点 (●)</translation>
    </message>
    <message>
        <source>to (■)</source>
        <translation>终点 (■)</translation>
    </message>
    <message>
        <source>First end, column</source>
        <translation>起点，列</translation>
    </message>
    <message>
        <source>First end, row</source>
        <translation>起点，行</translation>
    </message>
    <message>
        <source>Last end, column</source>
        <translation>终点，列</translation>
    </message>
    <message>
        <source>Last end, row</source>
        <translation>终点，行</translation>
    </message>
    <message>
        <source>%1, in pixels of the picture</source>
        <translation>%1，以图像像素为单位</translation>
    </message>
    <message>
        <source>As shares of each scale</source>
        <translation>按色标比例</translation>
    </message>
    <message>
        <source>Draws maps with different units over each other: 0 is the first colour of a map&apos;s scale, 1 the last</source>
        <translation>将单位不同的图叠加绘制：0 为色标的起始颜色，1 为末端颜色</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清除</translation>
    </message>
    <message>
        <source>Takes the line away (Escape in a view)</source>
        <translation>移除剖面线（在视图中按 Esc）</translation>
    </message>
    <message>
        <source>distance from the first end, pixels</source>
        <translation>到起点的距离，像素</translation>
    </message>
    <message>
        <source>share of the scale</source>
        <translation>色标比例</translation>
    </message>
    <message>
        <source>value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Values along the line</source>
        <translation>沿线的值</translation>
    </message>
    <message>
        <source>Choose a map in one of the views.</source>
        <translation>请在某个视图中选择一幅图。</translation>
    </message>
    <message>
        <source>Drag a line over a view with Shift held, or type its ends above.</source>
        <translation>请在视图上按住 Shift 拖出一条线，或在上方输入其端点。</translation>
    </message>
</context>
<context>
    <name>cf::ui::ProfileStep</name>
    <message>
        <source>&amp;Quick</source>
        <translation>快速(&amp;Q)</translation>
    </message>
    <message>
        <source>A first impression in a third of the time. Good for trying out what may vary.</source>
        <translation>用时三分之一，得到初步结果。适合试探哪些变化可以允许。</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>均衡(&amp;B)</translation>
    </message>
    <message>
        <source>The best result on a computer without a graphics card. Right for daily use.</source>
        <translation>在没有显卡的计算机上效果最佳。适合日常使用。</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>论文(&amp;P)</translation>
    </message>
    <message>
        <source>The published network and schedule, to compare with published figures. Hours on a graphics card, days without one.</source>
        <translation>论文所用的网络和训练计划，用于与已发表的指标比较。有显卡需数小时，无显卡需数天。</translation>
    </message>
    <message>
        <source>How thoroughly?</source>
        <translation>训练强度如何？</translation>
    </message>
    <message>
        <source>More steps tell defects from harmless differences more reliably, and take longer. Whatever you choose, stopping early keeps the best result so far.</source>
        <translation>步数越多，区分缺陷与无害差异越可靠，用时也越长。无论如何选择，提前停止都会保留目前的最佳结果。</translation>
    </message>
    <message>
        <source>E&amp;xpert settings</source>
        <translation>高级设置(&amp;X)</translation>
    </message>
</context>
<context>
    <name>cf::ui::ProjectSteps</name>
    <message>
        <source>Done: %1.</source>
        <translation>已完成：%1。</translation>
    </message>
    <message>
        <source>Taken back: %1.</source>
        <translation>已撤销：%1。</translation>
    </message>
    <message>
        <source>Done again: %1.</source>
        <translation>已重做：%1。</translation>
    </message>
</context>
<context>
    <name>cf::ui::QueueModel</name>
    <message>
        <source>decided by others</source>
        <translation>已由他人判定</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>标签</translation>
    </message>
    <message>
        <source>Score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>判定</translation>
    </message>
</context>
<context>
    <name>cf::ui::QueuePanel</name>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>队列</translation>
    </message>
    <message>
        <source>Which pictures wait for a decision</source>
        <translation>哪些图像等待判定</translation>
    </message>
    <message>
        <source>Order of the queue</source>
        <translation>队列的顺序</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Show by decision</source>
        <translation>按判定显示</translation>
    </message>
    <message>
        <source>Filter the queue</source>
        <translation>筛选队列</translation>
    </message>
    <message>
        <source>Filter: a name, kind:scratch, score&gt;2.5</source>
        <translation>筛选：名称、kind:scratch、score&gt;2.5</translation>
    </message>
    <message>
        <source>Pictures of the queue</source>
        <translation>队列中的图像</translation>
    </message>
</context>
<context>
    <name>cf::ui::RateGrid</name>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>%1, 95 %: %2</source>
        <translation>%1，95%：%2</translation>
    </message>
    <message>
        <source>, 95 %: %1</source>
        <translation>，95%：%1</translation>
    </message>
    <message>
        <source>Recall</source>
        <translation>召回率</translation>
    </message>
    <message>
        <source>Of the defective pictures, those judged defective</source>
        <translation>缺陷图像中判为缺陷的比例</translation>
    </message>
    <message>
        <source>False rejects</source>
        <translation>过检率</translation>
    </message>
    <message>
        <source>Of the good pictures, those judged defective</source>
        <translation>良品图像中判为缺陷的比例</translation>
    </message>
    <message>
        <source>Precision</source>
        <translation>精确率</translation>
    </message>
    <message>
        <source>Of the pictures judged defective, those that are; it depends on how many defects the test set has</source>
        <translation>判为缺陷的图像中确为缺陷的比例；取决于测试集中缺陷的数量</translation>
    </message>
    <message>
        <source>Accuracy</source>
        <translation>准确率</translation>
    </message>
    <message>
        <source>Of all pictures, those judged as what they are</source>
        <translation>全部图像中判定正确的比例</translation>
    </message>
    <message>
        <source>F1</source>
        <translation>F1</translation>
    </message>
    <message>
        <source>Harmonic mean of precision and recall</source>
        <translation>精确率与召回率的调和平均</translation>
    </message>
    <message>
        <source>AUROC</source>
        <translation>AUROC</translation>
    </message>
    <message>
        <source>The same at every threshold. Interval: bootstrap of the test pictures with a fixed seed</source>
        <translation>与阈值无关。区间：以固定随机种子对测试图像做自助法（bootstrap）</translation>
    </message>
    <message>
        <source>95 % interval</source>
        <translation>95% 区间</translation>
    </message>
    <message>
        <source>Where the rate of many more pictures of this kind would likely lie (Wilson)</source>
        <translation>若有更多同类图像，其比率可能所在的范围（Wilson）</translation>
    </message>
</context>
<context>
    <name>cf::ui::ReasonsDialog</name>
    <message>
        <source>Reasons of a rejection</source>
        <translation>不合格原因</translation>
    </message>
    <message>
        <source>One a line, at most nine. The key 1 rejects a picture for the first reason, 2 for the second.</source>
        <translation>每行一个，最多九个。按 1 键以第一个原因将图像判为不合格，按 2 键以第二个原因，依此类推。</translation>
    </message>
    <message>
        <source>Reasons, one a line</source>
        <translation>原因，每行一个</translation>
    </message>
</context>
<context>
    <name>cf::ui::ResultPanel</name>
    <message>
        <source>Test pictures, in per cent</source>
        <translation>测试图像（百分比）</translation>
    </message>
    <message>
        <source>The table appears here once the filter is trained and tested.</source>
        <translation>滤波器训练并测试完毕后，表格显示在这里。</translation>
    </message>
    <message>
        <source>What next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Look at single pictures, see how scores and defects are spread, or write it all down. Where clean surfaces light up, add more normal pictures or allow more variation, and train again.</source>
        <translation>查看单幅图像，了解分数和缺陷的分布，或将结果写成报告。若干净表面被点亮，请添加更多正常图像或允许更多变化，然后重新训练。</translation>
    </message>
    <message>
        <source>I&amp;nspect pictures</source>
        <translation>检查图像(&amp;N)</translation>
    </message>
    <message>
        <source>&amp;Analyse results</source>
        <translation>分析结果(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Write a report...</source>
        <translation>写报告(&amp;W)...</translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewPage</name>
    <message>
        <source>Read the pictures to review</source>
        <translation>读取待复核的图像</translation>
    </message>
    <message>
        <source>Decisions are kept in a project. Open one, or make one for your pictures.</source>
        <translation>判定保存在项目中。请打开项目，或为您的图像新建项目。</translation>
    </message>
    <message>
        <source>Make a project…</source>
        <translation>新建项目…</translation>
    </message>
    <message>
        <source>Stopped before the pictures were read.</source>
        <translation>图像尚未读完即已停止。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading the pictures to review</source>
        <translation>正在读取待复核的图像</translation>
    </message>
    <message>
        <source>This project has no test pictures to review.</source>
        <translation>此项目没有可复核的测试图像。</translation>
    </message>
    <message>
        <source>Who reviews? Each decision is kept with the name of who made it.</source>
        <translation>由谁复核？每项判定都与判定人的姓名一同保存。</translation>
    </message>
    <message>
        <source>Choose a reviewer…</source>
        <translation>选择复核员…</translation>
    </message>
    <message>
        <source>Reviewer: %1</source>
        <translation>复核员：%1</translation>
    </message>
    <message>
        <source>Who decides; another person may go on here</source>
        <translation>由谁判定；可在此换人继续</translation>
    </message>
    <message>
        <source>Share of the queue that is decided</source>
        <translation>队列中已判定的比例</translation>
    </message>
    <message>
        <source>This project cannot be written: nothing can be decided.</source>
        <translation>此项目无法写入：不能进行判定。</translation>
    </message>
    <message>
        <source>There is no reason %1; the button &quot;Reasons…&quot; adds one.</source>
        <translation>没有原因 %1；可用“原因…”按钮添加。</translation>
    </message>
    <message>
        <source>This picture is not seen yet, so that it cannot be judged.</source>
        <translation>此图像尚未显示，因此不能判定。</translation>
    </message>
    <message>
        <source>The end of the queue: all is decided.</source>
        <translation>已到队列末尾：全部已判定。</translation>
    </message>
    <message>
        <source>The end of the queue; still undecided: %L1.</source>
        <translation>已到队列末尾；仍未判定：%L1。</translation>
    </message>
    <message>
        <source>Taken back: the decision on %1, which is not shown in this queue.</source>
        <translation>已撤回：对 %1 的判定，该图像不在此队列中显示。</translation>
    </message>
    <message>
        <source>All pictures that are shown are decided.</source>
        <translation>显示的图像均已判定。</translation>
    </message>
    <message>
        <source>%L1 of %L2 decided</source>
        <translation>已判定 %L1 / %L2</translation>
    </message>
    <message>
        <source>%L1 a minute</source>
        <translation>每分钟 %L1 幅</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>Arrange the pictures to review</source>
        <translation>排列待复核的图像</translation>
    </message>
    <message>
        <source>Add the reviewer %1</source>
        <translation>添加复核员 %1</translation>
    </message>
    <message>
        <source>Save the settings of %1</source>
        <translation>保存 %1 的设置</translation>
    </message>
    <message>
        <source>Save the decisions</source>
        <translation>保存判定</translation>
    </message>
    <message>
        <source>Table (*.csv);;JSON (*.json)</source>
        <translation>表格 (*.csv);;JSON (*.json)</translation>
    </message>
    <message>
        <source>Save the decisions as %1</source>
        <translation>将判定保存为 %1</translation>
    </message>
    <message numerus="yes">
        <source>Saved %n decision(s) as %1</source>
        <translation>
            <numerusform>已将 %n 项判定保存为 %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Verify the trail of decisions</source>
        <translation>校验判定记录</translation>
    </message>
    <message>
        <source>The trail of decisions</source>
        <translation>判定记录</translation>
    </message>
    <message numerus="yes">
        <source>All is well: %n decision(s) in one unbroken chain, and all files of the project are as they were stored.</source>
        <translation>
            <numerusform>一切正常：%n 项判定构成一条未中断的链，项目的所有文件均与保存时一致。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) in this project are not as they were stored.</source>
        <translation>
            <numerusform>此项目中有 %n 处与保存时不一致。</numerusform>
        </translation>
    </message>
    <message>
        <source>Open a project with decisions first.</source>
        <translation>请先打开含有判定的项目。</translation>
    </message>
    <message>
        <source>Save the report of the shift</source>
        <translation>保存班次报告</translation>
    </message>
    <message>
        <source>PDF document (*.pdf);;Web page (*.html);;Tables (*.csv)</source>
        <translation>PDF 文档 (*.pdf);;网页 (*.html);;表格 (*.csv)</translation>
    </message>
    <message>
        <source>Write the report %1</source>
        <translation>写入报告 %1</translation>
    </message>
    <message>
        <source>The report is at %1.</source>
        <translation>报告位于 %1。</translation>
    </message>
    <message>
        <source>Only a trained run that was evaluated can take a picture as normal.</source>
        <translation>只有经过训练并评估的运行才能将图像作为正常图像采用。</translation>
    </message>
    <message>
        <source>A blind second opinion only judges; take the picture as normal in another queue.</source>
        <translation>盲审的第二意见只作判定；请在其他队列中将图像作为正常图像采用。</translation>
    </message>
    <message>
        <source>Another picture is being taken as normal.</source>
        <translation>正在将另一幅图像作为正常图像采用。</translation>
    </message>
    <message>
        <source>This picture is a normal of the model already.</source>
        <translation>此图像已经是模型的正常图像。</translation>
    </message>
    <message>
        <source>%1 is not shown in this queue.</source>
        <translation>%1 不在此队列中显示。</translation>
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
        <translation>不确定</translation>
    </message>
    <message>
        <source>Taken back</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>All pictures</source>
        <translation>所有图像</translation>
    </message>
    <message>
        <source>Label and score disagree</source>
        <translation>标签与分数不一致</translation>
    </message>
    <message>
        <source>Second opinion (blind)</source>
        <translation>二次复核（盲审）</translation>
    </message>
    <message>
        <source>Reviewers disagree</source>
        <translation>复核员意见不一致</translation>
    </message>
    <message>
        <source>Nearest to the threshold first</source>
        <translation>最接近阈值者优先</translation>
    </message>
    <message>
        <source>Highest score first</source>
        <translation>分数从高到低</translation>
    </message>
    <message>
        <source>By category and name</source>
        <translation>按类别和名称</translation>
    </message>
    <message>
        <source>Random, always the same</source>
        <translation>随机，顺序固定</translation>
    </message>
    <message>
        <source>Furthest on the wrong side first</source>
        <translation>错误一侧偏离最远者优先</translation>
    </message>
    <message>
        <source>Decided or not</source>
        <translation>已判定和未判定</translation>
    </message>
    <message>
        <source>Undecided only</source>
        <translation>仅未判定</translation>
    </message>
    <message>
        <source>Decided OK</source>
        <translation>判定为 OK</translation>
    </message>
    <message>
        <source>Decided NG</source>
        <translation>判定为 NG</translation>
    </message>
    <message>
        <source>Decided unsure</source>
        <translation>判定为不确定</translation>
    </message>
    <message>
        <source>not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Highest cost at stake first</source>
        <translation>潜在成本最高者在先</translation>
    </message>
    <message>
        <source>What is at stake is not known: no costs are kept with the model (Analyse &gt; Pass, review, fail). Those nearest to the threshold come first.</source>
        <translation>潜在成本未知：模型未附带成本（分析 &gt; 放行、复核、剔除）。先列出最接近阈值的图像。</translation>
    </message>
    <message>
        <source>taken as normal</source>
        <translation>作为正常图像采用</translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewedChoice</name>
    <message>
        <source>Look through what was reviewed</source>
        <translation>查看复核结果</translation>
    </message>
    <message>
        <source>&amp;Use what was reviewed: %1, %2</source>
        <translation>使用复核结果(&amp;U)：%1，%2</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) accepted as normal</source>
        <translation>
            <numerusform>%Ln 张图像被接受为正常</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln defect(s) drawn</source>
        <translation>
            <numerusform>%Ln 处缺陷已绘制</numerusform>
        </translation>
    </message>
    <message>
        <source>They are learned from and no longer count when the result is tested.</source>
        <translation>它们将用于学习，测试结果时不再计入。</translation>
    </message>
    <message numerus="yes">
        <source>Not used: %Ln defect(s) on which nothing is drawn.</source>
        <translation>
            <numerusform>未使用：%Ln 张没有绘制标注的缺陷图像。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Not used: %Ln picture(s) on which reviewers differ.</source>
        <translation>
            <numerusform>未使用：%Ln 张复核人员意见不一的图像。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::ReviewerDialog</name>
    <message>
        <source>Who reviews?</source>
        <translation>由谁复核？</translation>
    </message>
    <message>
        <source>Each decision is kept with a name and cannot be changed afterwards, only taken back.</source>
        <translation>每项判定都与姓名一同保存，之后不能更改，只能撤回。</translation>
    </message>
    <message>
        <source>Known reviewers</source>
        <translation>已有的复核员</translation>
    </message>
    <message>
        <source>&amp;New name:</source>
        <translation>新姓名(&amp;N)：</translation>
    </message>
    <message>
        <source>&amp;Review</source>
        <translation>复核(&amp;R)</translation>
    </message>
</context>
<context>
    <name>cf::ui::RunDetails</name>
    <message>
        <source>It has not begun yet.</source>
        <translation>尚未开始。</translation>
    </message>
    <message>
        <source>It is running: %L1 steps so far.</source>
        <translation>正在运行：已完成 %L1 步。</translation>
    </message>
    <message>
        <source>It failed.</source>
        <translation>失败。</translation>
    </message>
    <message>
        <source>It was stopped after %L1 steps (%2); everything up to the last checkpoint is kept.</source>
        <translation>在第 %L1 步后停止（%2）；截至最后一个检查点的内容均已保留。</translation>
    </message>
    <message>
        <source>Its program went away after %L1 steps (%2); everything up to the last checkpoint is kept.</source>
        <translation>其程序在第 %L1 步后意外退出（%2）；截至最后一个检查点的内容均已保留。</translation>
    </message>
    <message>
        <source>It is done.</source>
        <translation>已完成。</translation>
    </message>
    <message>
        <source>It was trained for %L1 steps in %2</source>
        <translation>训练了 %L1 步，用时 %2</translation>
    </message>
    <message>
        <source>, loss %L1 at the end</source>
        <translation>，最终损失 %L1</translation>
    </message>
    <message>
        <source>. It has not been evaluated.</source>
        <translation>。尚未评估。</translation>
    </message>
    <message>
        <source>none: the maps come from another method</source>
        <translation>无：异常图来自其他方法</translation>
    </message>
    <message>
        <source>none yet</source>
        <translation>尚无</translation>
    </message>
    <message>
        <source>%1 is gone; train it again.</source>
        <translation>%1 已不存在；请重新训练。</translation>
    </message>
    <message>
        <source>Run %1, %2, %3</source>
        <translation>运行 %1，%2，%3</translation>
    </message>
    <message>
        <source>Train longer:</source>
        <translation>延长训练：</translation>
    </message>
    <message>
        <source>Go on:</source>
        <translation>继续：</translation>
    </message>
    <message>
        <source>A report needs an evaluation</source>
        <translation>报告需要评估结果</translation>
    </message>
    <message>
        <source>⚠ Settings</source>
        <translation>⚠ 设置</translation>
    </message>
    <message>
        <source>as the program chooses</source>
        <translation>由程序决定</translation>
    </message>
    <message>
        <source>Model:</source>
        <translation>模型：</translation>
    </message>
    <message>
        <source>&amp;Use this run</source>
        <translation>使用此运行(&amp;U)</translation>
    </message>
    <message>
        <source>Inspect and Analyse show this run (Return in the table)</source>
        <translation>“检查”页和“分析”页显示此运行（在表格中按 Enter）</translation>
    </message>
    <message>
        <source>Re&amp;port...</source>
        <translation>报告(&amp;P)...</translation>
    </message>
    <message>
        <source>Show fol&amp;der</source>
        <translation>显示文件夹(&amp;D)</translation>
    </message>
    <message>
        <source>File of the model</source>
        <translation>模型文件</translation>
    </message>
    <message>
        <source>Command that goes on with the run</source>
        <translation>继续此运行的命令</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>复制(&amp;Y)</translation>
    </message>
    <message>
        <source>Copy the command that goes on with the run</source>
        <translation>复制继续此运行的命令</translation>
    </message>
    <message>
        <source>Setting</source>
        <translation>设置</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>值</translation>
    </message>
    <message>
        <source>Settings of the run</source>
        <translation>此运行的设置</translation>
    </message>
    <message numerus="yes">
        <source>%Ln picture(s) were trained with and are left out.</source>
        <translation>
            <numerusform>%Ln 张图像参与过训练，不计入。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::RunsModel</name>
    <message>
        <source>Before the filter %1, with it %2 per cent</source>
        <translation>滤波前 %1%，滤波后 %2%</translation>
    </message>
    <message>
        <source>%1, shown by the other pages</source>
        <translation>%1，其他页面正在显示</translation>
    </message>
    <message>
        <source>Gain %1</source>
        <translation>%1 增益</translation>
    </message>
    <message>
        <source>%1 with the filter less %1 before it, in per cent points</source>
        <translation>有滤波的 %1 减去滤波前的 %1，单位为百分点</translation>
    </message>
    <message>
        <source>Mean %1 over the categories in per cent, before the filter and with it</source>
        <translation>各类别 %1 的平均值（百分比），滤波前与有滤波</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>运行</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Steps</source>
        <translation>步数</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Notes</source>
        <translation>备注</translation>
    </message>
</context>
<context>
    <name>cf::ui::RunsPage</name>
    <message>
        <source>Read the runs</source>
        <translation>读取运行</translation>
    </message>
    <message>
        <source>Reading was stopped.</source>
        <translation>读取已停止。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs</source>
        <translation>
            <numerusform>%n 个运行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%L1 of %n runs</source>
        <translation>
            <numerusform>%L1 / %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>No run matches %1</source>
        <translation>没有运行符合 %1</translation>
    </message>
    <message>
        <source>Show all runs</source>
        <translation>显示全部运行</translation>
    </message>
    <message>
        <source>No project is open. Open or create one to see its runs here.</source>
        <translation>尚未打开项目。打开或新建项目后，其运行显示在这里。</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Reading the runs</source>
        <translation>正在读取运行</translation>
    </message>
    <message>
        <source>There are no runs yet. Train a filter under Train; each training is kept here with its settings and figures.</source>
        <translation>尚无运行。请在“训练”页训练滤波器；每次训练及其设置和指标都保存在这里。</translation>
    </message>
    <message>
        <source>Select a run to see its details, or two to ten with Ctrl or Shift to compare them.</source>
        <translation>选择一个运行可查看详情；用 Ctrl 或 Shift 选择两到十个可进行比较。</translation>
    </message>
    <message numerus="yes">
        <source>%n runs are selected; at most ten can be compared.</source>
        <translation>
            <numerusform>已选 %n 个运行；最多可比较十个。</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing the runs</source>
        <translation>正在比较运行</translation>
    </message>
    <message numerus="yes">
        <source>Compare %n runs</source>
        <translation>
            <numerusform>比较 %n 个运行</numerusform>
        </translation>
    </message>
    <message>
        <source>Comparing was stopped.</source>
        <translation>比较已停止。</translation>
    </message>
    <message>
        <source>Edit the notes of run %1</source>
        <translation>编辑运行 %1 的备注</translation>
    </message>
    <message>
        <source>&amp;Use this run</source>
        <translation>使用此运行(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Report...</source>
        <translation>报告(&amp;R)...</translation>
    </message>
    <message>
        <source>Copy &amp;number</source>
        <translation>复制编号(&amp;N)</translation>
    </message>
    <message>
        <source>Copy &amp;settings as a command</source>
        <translation>将设置复制为命令(&amp;S)</translation>
    </message>
    <message>
        <source>Show &amp;folder</source>
        <translation>显示文件夹(&amp;F)</translation>
    </message>
    <message>
        <source>Filter: name, number, state, profile, notes ...</source>
        <translation>筛选：名称、编号、状态、预设、备注 ...</translation>
    </message>
    <message>
        <source>Filter of the runs</source>
        <translation>运行筛选</translation>
    </message>
    <message>
        <source>&amp;Columns</source>
        <translation>列(&amp;C)</translation>
    </message>
    <message>
        <source>Choose the columns; drag their headings to move them</source>
        <translation>选择要显示的列；拖动列标题可移动列</translation>
    </message>
    <message>
        <source>Making the maps ...</source>
        <translation>正在生成异常图...</translation>
    </message>
    <message>
        <source>Maps of %1</source>
        <translation>%1 的异常图</translation>
    </message>
    <message>
        <source>&amp;Edit the notes</source>
        <translation>编辑备注(&amp;E)</translation>
    </message>
</context>
<context>
    <name>cf::ui::RunsTable</name>
    <message>
        <source>Runs of the project</source>
        <translation>项目的运行</translation>
    </message>
    <message>
        <source>Columns as at first</source>
        <translation>恢复默认列</translation>
    </message>
</context>
<context>
    <name>cf::ui::SaveProblem</name>
    <message numerus="yes">
        <source>%n step(s) could not be saved and wait here.</source>
        <translation>
            <numerusform>有 %n 步操作无法保存，在此等待。</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;Leave them out</source>
        <translation>放弃(&amp;L)</translation>
    </message>
    <message>
        <source>Forget what could not be saved and read the project again</source>
        <translation>放弃无法保存的内容，并重新读取项目</translation>
    </message>
</context>
<context>
    <name>cf::ui::ScorePlot</name>
    <message>
        <source>&amp;Logarithmic axis</source>
        <translation>对数坐标轴(&amp;L)</translation>
    </message>
</context>
<context>
    <name>cf::ui::SecondOpinionPanel</name>
    <message>
        <source>Second opinion</source>
        <translation>二次复核</translation>
    </message>
    <message>
        <source>&amp;Share:</source>
        <translation>比例(&amp;S)：</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Share of the pictures for a second opinion</source>
        <translation>二次复核的图像比例</translation>
    </message>
    <message>
        <source>So much of the pictures is drawn for you to judge again, without seeing what others said. A larger share holds the smaller one.</source>
        <translation>按此比例抽取图像由您再次判定，且不显示他人的判定。较大的比例包含较小比例所抽取的图像。</translation>
    </message>
    <message>
        <source>No picture was judged twice yet.</source>
        <translation>尚无图像经过两次判定。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) judged twice.</source>
        <translation>
            <numerusform>已有 %n 幅图像经过两次判定。</numerusform>
        </translation>
    </message>
    <message>
        <source>Same decision: %L1 %</source>
        <translation>判定相同：%L1%</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ is not defined: only one kind of decision was used.</source>
        <translation>Cohen&apos;s κ 无定义：只使用了一种判定。</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ %1</source>
        <translation>Cohen&apos;s κ %1</translation>
    </message>
    <message>
        <source>Cohen&apos;s κ %1 (95 %: %2 to %3)</source>
        <translation>Cohen&apos;s κ %1（95%：%2 到 %3）</translation>
    </message>
    <message>
        <source>So few pictures say little.</source>
        <translation>图像太少，说明不了什么。</translation>
    </message>
</context>
<context>
    <name>cf::ui::SelectTool</name>
    <message>
        <source>corner</source>
        <translation>编辑顶点</translation>
    </message>
    <message>
        <source>Click or drag a band to select, Ctrl adds; drag shapes and corners to move them, or use the arrow keys; a digit gives them its class. Alt+click on an edge makes a corner, Alt+Shift+click takes one away.</source>
        <translation>点击或拖出选框进行选择，按住 Ctrl 可追加；拖动形状和顶点或用方向键可将其移动；按数字键指定缺陷类别。Alt+点击边线可添加顶点，Alt+Shift+点击可移除顶点。</translation>
    </message>
</context>
<context>
    <name>cf::ui::Session</name>
    <message>
        <source>Open %1</source>
        <translation>打开 %1</translation>
    </message>
    <message>
        <source>Create %1</source>
        <translation>创建 %1</translation>
    </message>
    <message>
        <source>Find the pictures in %1</source>
        <translation>在 %1 中查找图像</translation>
    </message>
    <message>
        <source>Make the sample pictures</source>
        <translation>生成示例图像</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
    </message>
    <message>
        <source>Read scores and decisions</source>
        <translation>读取分数和判定</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShapeEditor</name>
    <message>
        <source>class</source>
        <translation>更改缺陷类别</translation>
    </message>
    <message>
        <source>delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>duplicate</source>
        <translation>再制</translation>
    </message>
    <message>
        <source>move</source>
        <translation>移动</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShapeExchange</name>
    <message>
        <source>File with shapes</source>
        <translation>含形状的文件</translation>
    </message>
    <message>
        <source>Folder with shapes</source>
        <translation>含形状的文件夹</translation>
    </message>
    <message>
        <source>Table (*.csv)</source>
        <translation>表格 (*.csv)</translation>
    </message>
    <message>
        <source>COCO (*.json)</source>
        <translation>COCO (*.json)</translation>
    </message>
    <message>
        <source>Export shapes</source>
        <translation>导出形状</translation>
    </message>
    <message>
        <source>Export shapes to</source>
        <translation>导出形状到</translation>
    </message>
    <message>
        <source>Import %1</source>
        <translation>导入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shapes were imported</source>
        <translation>
            <numerusform>已导入 %n 个形状</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source> on %n pictures.</source>
        <translation>
            <numerusform>，分布在 %n 幅图像上。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n were left out; the job&apos;s log names each.</source>
        <translation>
            <numerusform>已略过 %n 项；任务日志中逐一列出。</numerusform>
        </translation>
    </message>
    <message>
        <source>Export to %1</source>
        <translation>导出到 %1</translation>
    </message>
    <message>
        <source>This format does not hold everything:</source>
        <translation>此格式无法保存全部内容：</translation>
    </message>
    <message>
        <source>&amp;Write it so</source>
        <translation>仍然写入(&amp;W)</translation>
    </message>
    <message>
        <source>Write %1</source>
        <translation>写入 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n shapes were written to %1.</source>
        <translation>
            <numerusform>已将 %n 个形状写入 %1。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cf::ui::ShapeListModel</name>
    <message>
        <source>%1, %2</source>
        <translation>%1，%2</translation>
    </message>
    <message>
        <source>polygon</source>
        <translation>多边形</translation>
    </message>
    <message>
        <source>rectangle</source>
        <translation>矩形</translation>
    </message>
    <message>
        <source>ellipse</source>
        <translation>椭圆</translation>
    </message>
    <message>
        <source>mask</source>
        <translation>掩膜</translation>
    </message>
    <message>
        <source>marker</source>
        <translation>标记</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShiftDialog</name>
    <message>
        <source>Report of a shift or a lot</source>
        <translation>班次或批次报告</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>今天</translation>
    </message>
    <message>
        <source>The last %1 hours</source>
        <translation>最近 %1 小时</translation>
    </message>
    <message>
        <source>The last 24 hours</source>
        <translation>最近 24 小时</translation>
    </message>
    <message>
        <source>From … until …</source>
        <translation>从 … 到 …</translation>
    </message>
    <message>
        <source>Everything so far</source>
        <translation>迄今为止的全部</translation>
    </message>
    <message>
        <source>Everybody</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>All; or a folder, such as bolt/test/lot17</source>
        <translation>全部；或某个文件夹，如 bolt/test/lot17</translation>
    </message>
    <message>
        <source>What was decided, how fast, how well reviewers agree, what mistakes cost, and the pictures that matter; with the state of the trail.</source>
        <translation>判定结果、速度、复核员之间的一致性、失误的成本以及重要的图像；并附判定记录的状态。</translation>
    </message>
    <message>
        <source>&amp;Time</source>
        <translation>时间(&amp;T)</translation>
    </message>
    <message>
        <source>&amp;From</source>
        <translation>从(&amp;F)</translation>
    </message>
    <message>
        <source>&amp;Until</source>
        <translation>到(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Reviewer</source>
        <translation>复核员(&amp;R)</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>&amp;Lot</source>
        <translation>批次(&amp;L)</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>另存为(&amp;S)…</translation>
    </message>
    <message>
        <source>The shift ends before it begins.</source>
        <translation>班次的结束早于开始。</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShortcutEditor</name>
    <message>
        <source>Edit shortcuts</source>
        <translation>编辑快捷键</translation>
    </message>
    <message>
        <source>Search actions</source>
        <translation>搜索操作</translation>
    </message>
    <message>
        <source>Actions and their shortcuts</source>
        <translation>操作及其快捷键</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Shortcut</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>New shortcut</source>
        <translation>新快捷键</translation>
    </message>
    <message>
        <source>&amp;Assign</source>
        <translation>指定(&amp;A)</translation>
    </message>
    <message>
        <source>&amp;Default</source>
        <translation>默认(&amp;D)</translation>
    </message>
    <message>
        <source>&amp;New shortcut:</source>
        <translation>新快捷键(&amp;N)：</translation>
    </message>
    <message>
        <source>Changed by you</source>
        <translation>由您更改</translation>
    </message>
    <message>
        <source>⚠ Already used by %1, which will lose it.</source>
        <translation>⚠ 已用于 %1，指定后该操作将失去此快捷键。</translation>
    </message>
</context>
<context>
    <name>cf::ui::ShortcutSheet</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
</context>
<context>
    <name>cf::ui::SizeTable</name>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Areas</source>
        <translation>区域</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Area, px</source>
        <translation>面积，像素</translation>
    </message>
    <message>
        <source>% of the picture</source>
        <translation>占图像 %</translation>
    </message>
    <message>
        <source>Length, px</source>
        <translation>长，像素</translation>
    </message>
    <message>
        <source>Width, px</source>
        <translation>宽，像素</translation>
    </message>
    <message>
        <source>Length ÷ width</source>
        <translation>长 ÷ 宽</translation>
    </message>
    <message>
        <source>Sizes of the defects by kind</source>
        <translation>各类型缺陷的大小</translation>
    </message>
    <message>
        <source>Medians, in brackets from which to which the middle half reaches. A double click shows that kind alone; a right click copies the table.</source>
        <translation>中位数，括号内为中间一半的范围。双击只看该类型；右键可复制表格。</translation>
    </message>
</context>
<context>
    <name>cf::ui::SourceBox</name>
    <message>
        <source>Look for template sources</source>
        <translation>查找模板来源</translation>
    </message>
    <message>
        <source>Normal pictures</source>
        <translation>正常图像</translation>
    </message>
    <message>
        <source>Source of the templates</source>
        <translation>模板的来源</translation>
    </message>
</context>
<context>
    <name>cf::ui::SourceChoice</name>
    <message>
        <source>By the rule above. Other sources are plugins.</source>
        <translation>按上面的规则。其他来源为插件。</translation>
    </message>
    <message>
        <source>Templates come from</source>
        <translation>模板来源于</translation>
    </message>
</context>
<context>
    <name>cf::ui::StartPage</name>
    <message>
        <source>Nothing was opened yet.</source>
        <translation>尚未打开任何内容。</translation>
    </message>
    <message>
        <source>CostFilter Studio</source>
        <translation>CostFilter Studio</translation>
    </message>
    <message>
        <source>Finds surface defects by comparing a picture with normal ones, and filters the noise out of that comparison. Drop a folder of pictures here to begin.</source>
        <translation>将图像与正常图像比较来发现表面缺陷，并滤除比较中的噪声。把图像文件夹拖到这里即可开始。</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>最近打开</translation>
    </message>
    <message>
        <source>Recent projects and folders</source>
        <translation>最近打开的项目和文件夹</translation>
    </message>
    <message>
        <source>Forget all</source>
        <translation>全部清除</translation>
    </message>
    <message>
        <source>Empty this list; the files stay</source>
        <translation>清空此列表；文件保留</translation>
    </message>
</context>
<context>
    <name>cf::ui::StepBar</name>
    <message>
        <source>Steps of the training</source>
        <translation>训练的步骤</translation>
    </message>
    <message>
        <source>Step %1 of %2: %3</source>
        <translation>第 %1 步，共 %2 步：%3</translation>
    </message>
    <message>
        <source>%1, in order</source>
        <translation>%1，正常无误</translation>
    </message>
    <message>
        <source>%1, needs your attention</source>
        <translation>%1，需要处理</translation>
    </message>
</context>
<context>
    <name>cf::ui::TemplateControls</name>
    <message>
        <source>For each picture the N normal pictures that look most like it. Best where parts lie in different ways.</source>
        <translation>为每幅图像取与之最相似的 N 幅正常图像。最适合摆放方式各异的零件。</translation>
    </message>
    <message>
        <source>The same N for every picture, spread so that no normal picture is far from one of them. Outliers are among the first to be taken.</source>
        <translation>每幅图像都用相同的 N 幅，其分布使任何正常图像都离其中某一幅不远。离群图像会最先被选中。</translation>
    </message>
    <message>
        <source>The same N for every picture, drawn by lot, as in the paper.</source>
        <translation>每幅图像都用相同的 N 幅，随机抽取，与论文一致。</translation>
    </message>
    <message>
        <source>Those that you pick, for every picture; each category needs at least one. N is then only how many golden samples are suggested.</source>
        <translation>由您选取，用于每幅图像；每个类别至少需要一幅。此时 N 只是推荐黄金样本的数量。</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>Fr&amp;om</source>
        <translation>来源(&amp;O)</translation>
    </message>
    <message>
        <source>R&amp;ule</source>
        <translation>规则(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Number (N)</source>
        <translation>数量 (N)(&amp;N)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Rule that chooses the templates</source>
        <translation>选择模板的规则</translation>
    </message>
    <message>
        <source>Most alike (recommended)</source>
        <translation>最相似（推荐）</translation>
    </message>
    <message>
        <source>Cover all normals (k-centre)</source>
        <translation>覆盖全部正常图像（k 中心）</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>随机</translation>
    </message>
    <message>
        <source>Picked by hand</source>
        <translation>手动选取</translation>
    </message>
    <message>
        <source>Number of templates</source>
        <translation>模板数</translation>
    </message>
</context>
<context>
    <name>cf::ui::TemplatesPage</name>
    <message>
        <source>Other rule for templates</source>
        <translation>更改模板规则</translation>
    </message>
    <message>
        <source>Other number of templates</source>
        <translation>更改模板数</translation>
    </message>
    <message>
        <source>Compare the normals of %1</source>
        <translation>比较 %1 的正常图像</translation>
    </message>
    <message>
        <source>The normal pictures have not been compared: cancelled.</source>
        <translation>正常图像尚未比较：已取消。</translation>
    </message>
    <message>
        <source>Open a dataset first; then its normal pictures can be compared here.</source>
        <translation>请先打开数据集；之后可在此比较其正常图像。</translation>
    </message>
    <message>
        <source>This dataset has no category.</source>
        <translation>此数据集没有类别。</translation>
    </message>
    <message numerus="yes">
        <source>%1 has %n normal training pictures, and two are needed to compare them. Put good pictures into its train/good folder.</source>
        <translation>
            <numerusform>%1 有 %n 幅正常训练图像，比较至少需要两幅。请将良品图像放入其 train/good 文件夹。</numerusform>
        </translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Comparing the normal pictures of %1; the next time it is quick.</source>
        <translation>正在比较 %1 的正常图像；下次会很快。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>&amp;Add</source>
        <translation>添加(&amp;A)</translation>
    </message>
    <message>
        <source>Takes the selected normal pictures as templates (Space)</source>
        <translation>将所选正常图像用作模板（空格键）</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>移除(&amp;M)</translation>
    </message>
    <message>
        <source>Takes the selected templates out (Delete)</source>
        <translation>移除所选模板（Delete）</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
    <message numerus="yes">
        <source>%n outliers</source>
        <translation>
            <numerusform>%n 幅离群图像</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n pictures</source>
        <translation>
            <numerusform>%n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>Add templates</source>
        <translation>添加模板</translation>
    </message>
    <message>
        <source>Remove templates</source>
        <translation>移除模板</translation>
    </message>
    <message>
        <source>Suggest golden samples</source>
        <translation>推荐黄金样本</translation>
    </message>
    <message>
        <source>Most alike to %1</source>
        <translation>与 %1 最相似</translation>
    </message>
    <message>
        <source>Most alike to each picture</source>
        <translation>与每幅图像最相似</translation>
    </message>
    <message>
        <source>Choose a picture to see which normals are most like it.</source>
        <translation>选择一幅图像，查看哪些正常图像与之最相似。</translation>
    </message>
    <message numerus="yes">
        <source>%n picked by hand</source>
        <translation>
            <numerusform>手动选取 %n 幅</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n chosen by the rule</source>
        <translation>
            <numerusform>按规则选择 %n 幅</numerusform>
        </translation>
    </message>
    <message>
        <source>Drag normal pictures here, or select some and press Space.</source>
        <translation>将正常图像拖到这里，或选中若干幅后按空格键。</translation>
    </message>
    <message>
        <source>Pick a template first: select a normal picture and press Space, or use &quot;Suggest golden samples&quot;.</source>
        <translation>请先选取模板：选中一幅正常图像后按空格键，或使用“推荐黄金样本”。</translation>
    </message>
    <message>
        <source>Other source of templates</source>
        <translation>更改模板来源</translation>
    </message>
    <message>
        <source>Template %1</source>
        <translation>模板 %1</translation>
    </message>
    <message>
        <source>Given for %1</source>
        <translation>为 %1 提供</translation>
    </message>
    <message>
        <source>Given for each picture</source>
        <translation>为每幅图像提供</translation>
    </message>
    <message>
        <source>This source gives features, which cannot be shown.</source>
        <translation>此来源提供的是特征，无法显示。</translation>
    </message>
    <message>
        <source>Choose a picture to see what the source gives for it.</source>
        <translation>选择一幅图像，查看该来源为其提供的内容。</translation>
    </message>
</context>
<context>
    <name>cf::ui::TemplatesStep</name>
    <message>
        <source>Most &amp;alike</source>
        <translation>最相似(&amp;A)</translation>
    </message>
    <message>
        <source>For each picture, the normal ones that resemble it most, chosen anew every time. Right for most products, and for parts that lie differently from picture to picture.</source>
        <translation>为每幅图像取与之最相似的正常图像，每次重新选择。适合大多数产品，以及每幅图像中摆放位置不同的零件。</translation>
    </message>
    <message>
        <source>The &amp;same for all</source>
        <translation>所有图像相同(&amp;S)</translation>
    </message>
    <message>
        <source>A few normal pictures, drawn once, as in the paper. Enough when all pictures look alike; choose it to compare with published figures.</source>
        <translation>少量正常图像，只抽取一次，与论文一致。所有图像都相似时已足够；要与已发表的指标比较时请选此项。</translation>
    </message>
    <message>
        <source>Those that &amp;cover the range</source>
        <translation>覆盖变化范围(&amp;C)</translation>
    </message>
    <message>
        <source>A few normal pictures that together show the whole variety of the good ones. Fixed like the random ones, but none is there twice.</source>
        <translation>少量正常图像，合起来体现良品的全部变化。与随机抽取一样固定不变，但不会重复。</translation>
    </message>
    <message>
        <source>Picked by han&amp;d</source>
        <translation>手动选取(&amp;D)</translation>
    </message>
    <message>
        <source>Golden samples of your own choice: those in the tray of the Templates page. At least one for each category.</source>
        <translation>您自己选择的黄金样本，即“模板”页模板栏中的图像。每个类别至少一幅。</translation>
    </message>
    <message>
        <source>No template is picked yet: put pictures into the tray of the Templates page, or choose another rule.</source>
        <translation>尚未选取模板：请将图像放入“模板”页的模板栏，或选择其他规则。</translation>
    </message>
    <message>
        <source>What is each picture compared with?</source>
        <translation>每幅图像与什么比较？</translation>
    </message>
    <message>
        <source>Templates are normal pictures of yours. A defect is what none of the templates shows; the filter then learns which differences are harmless.</source>
        <translation>模板是您的正常图像。所有模板中都没有的内容即为缺陷；滤波器再学习哪些差异是无害的。</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) picked</source>
        <translation>
            <numerusform>已选取 %n 幅图像</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Templates per picture (N)</source>
        <translation>每幅图像的模板数 (N)(&amp;T)</translation>
    </message>
    <message>
        <source>Templates per picture</source>
        <translation>每幅图像的模板数</translation>
    </message>
    <message>
        <source>More templates show more variety, and cost time and memory. Three suit most products.</source>
        <translation>模板越多，体现的变化越丰富，但耗费更多时间和内存。三个适合大多数产品。</translation>
    </message>
    <message>
        <source>&amp;Look at the coverage...</source>
        <translation>查看覆盖情况(&amp;L)...</translation>
    </message>
    <message>
        <source>Shows which good pictures have no template that resembles them.</source>
        <translation>显示哪些良品图像没有相似的模板。</translation>
    </message>
</context>
<context>
    <name>cf::ui::ThresholdPanel</name>
    <message>
        <source>R&amp;ule</source>
        <translation>规则(&amp;U)</translation>
    </message>
    <message>
        <source>By hand</source>
        <translation>手动</translation>
    </message>
    <message>
        <source>Best F1</source>
        <translation>最佳 F1</translation>
    </message>
    <message>
        <source>False rejects at most</source>
        <translation>限制过检率</translation>
    </message>
    <message>
        <source>Least cost</source>
        <translation>最低成本</translation>
    </message>
    <message>
        <source>False re&amp;jects</source>
        <translation>过检率(&amp;J)</translation>
    </message>
    <message>
        <source> %</source>
        <translation>%</translation>
    </message>
    <message>
        <source>Of the good pictures, at most so many may be judged defective; then as many defects as possible are found</source>
        <translation>良品图像中判为缺陷的比例不超过此值，在此前提下检出尽可能多的缺陷</translation>
    </message>
    <message>
        <source>An e&amp;scape costs</source>
        <translation>漏检成本(&amp;S)</translation>
    </message>
    <message>
        <source>One defective part that passes, in any currency</source>
        <translation>放行一件缺陷品的成本，货币不限</translation>
    </message>
    <message>
        <source>A false reject c&amp;osts</source>
        <translation>过检成本(&amp;O)</translation>
    </message>
    <message>
        <source>One good part that is rejected, in the same currency</source>
        <translation>剔除一件良品的成本，使用相同货币</translation>
    </message>
    <message>
        <source>&amp;Defective parts</source>
        <translation>缺陷品比例(&amp;D)</translation>
    </message>
    <message>
        <source>Expected in production; the test set has far more of them</source>
        <translation>生产中的预期值；测试集中的比例远高于此</translation>
    </message>
    <message>
        <source>&amp;Threshold</source>
        <translation>阈值(&amp;T)</translation>
    </message>
    <message>
        <source>A picture with this score or a higher one is judged defective</source>
        <translation>分数达到或高于此值的图像判为缺陷</translation>
    </message>
    <message>
        <source>Threshold over the range of the scores</source>
        <translation>分数范围内的阈值</translation>
    </message>
</context>
<context>
    <name>cf::ui::ThumbnailDelegate</name>
    <message>
        <source>Cannot be read</source>
        <translation>无法读取</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainPage</name>
    <message>
        <source>The training failed.</source>
        <translation>训练失败。</translation>
    </message>
    <message>
        <source>The model is trained, but could not be tested.</source>
        <translation>模型已训练，但无法测试。</translation>
    </message>
    <message>
        <source>Stopped. Everything up to the last step is kept.</source>
        <translation>已停止。截至最后一步的内容均已保留。</translation>
    </message>
    <message>
        <source>The filter is trained and tested.</source>
        <translation>滤波器已训练并测试完毕。</translation>
    </message>
    <message>
        <source>The model is trained; its test was stopped.</source>
        <translation>模型已训练；其测试已停止。</translation>
    </message>
    <message>
        <source>The training cannot begin yet.</source>
        <translation>训练尚不能开始。</translation>
    </message>
    <message>
        <source>All set. The training can begin.</source>
        <translation>一切就绪，可以开始训练。</translation>
    </message>
    <message>
        <source>A project keeps the model, the results and your decisions.</source>
        <translation>项目会保存模型、结果和您的决定。</translation>
    </message>
    <message>
        <source>Ended at step %L1 as you asked. The filter is tested.</source>
        <translation>已按要求在第 %L1 步结束。滤波器已测试。</translation>
    </message>
    <message>
        <source>Ended at step %L1 as you asked. The best weights, of step %L2 (score %L3), became the model, which is tested.</source>
        <translation>已按要求在第 %L1 步结束。第 %L2 步的最佳权重（分数 %L3）已作为模型并完成测试。</translation>
    </message>
    <message>
        <source>Data</source>
        <translation>数据</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>What may vary</source>
        <translation>允许的变化</translation>
    </message>
    <message>
        <source>Profile</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Train</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>A training is running; these settings can be changed when it is over.</source>
        <translation>训练正在进行；结束后才能更改这些设置。</translation>
    </message>
    <message>
        <source>◂ Back</source>
        <translation>◂ 上一步</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>The step before (Alt+Left)</source>
        <translation>上一步骤 (Alt+Left)</translation>
    </message>
    <message>
        <source>Next ▸</source>
        <translation>下一步 ▸</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>The step after (Alt+Right)</source>
        <translation>下一步骤 (Alt+Right)</translation>
    </message>
    <message>
        <source>Learning</source>
        <translation>学习过程</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Run %1 failed.</source>
        <translation>运行 %1 失败。</translation>
    </message>
    <message>
        <source>Run %1 is trained, but not tested.</source>
        <translation>运行 %1 已训练，但尚未测试。</translation>
    </message>
    <message>
        <source>Run %1 was stopped. Everything up to its last step is kept.</source>
        <translation>运行 %1 已停止。截至最后一步的内容均已保留。</translation>
    </message>
    <message>
        <source>Run %1 is trained and tested. A new training becomes a run of its own.</source>
        <translation>运行 %1 已训练并测试。新的训练将成为单独的运行。</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainingControls</name>
    <message>
        <source>%L1 of %L2</source>
        <translation>%L1 / %L2</translation>
    </message>
    <message>
        <source>Paused. Everything so far is kept.</source>
        <translation>已暂停。目前的内容均已保留。</translation>
    </message>
    <message>
        <source>Stopping at the next step...</source>
        <translation>将在下一步停止...</translation>
    </message>
    <message>
        <source>Ending, and keeping the best result so far...</source>
        <translation>正在结束，并保留目前的最佳结果...</translation>
    </message>
    <message>
        <source>Training...</source>
        <translation>训练中...</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
    </message>
    <message>
        <source>waiting for data %L1 % of the time</source>
        <translation>%L1% 的时间在等待数据</translation>
    </message>
    <message>
        <source>Create a &amp;project to train...</source>
        <translation>创建项目以训练(&amp;P)...</translation>
    </message>
    <message>
        <source>&amp;Start a new training</source>
        <translation>开始新的训练(&amp;S)</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>恢复(&amp;U)</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>暂停(&amp;P)</translation>
    </message>
    <message>
        <source>Leaves the computer to other work for a while</source>
        <translation>暂时将计算机让给其他工作</translation>
    </message>
    <message>
        <source>Stop and &amp;keep the best</source>
        <translation>停止并保留最佳结果(&amp;K)</translation>
    </message>
    <message>
        <source>Ends now; the best weights so far become the model and are tested</source>
        <translation>立即结束；目前的最佳权重作为模型并进行测试</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>停止(&amp;T)</translation>
    </message>
    <message>
        <source>Ends here; what is learned so far is kept, and it can go on later</source>
        <translation>在此结束；已学到的内容会保留，以后可以继续</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Takes up what was stopped, from its last step</source>
        <translation>从最后一步继续已停止的训练</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>重试(&amp;T)</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainingCurves</name>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>Losses (mean of %1 steps)</source>
        <translation>损失（%1 步平均）</translation>
    </message>
    <message>
        <source>Score on held-out synthetic defects</source>
        <translation>留出合成缺陷上的分数</translation>
    </message>
    <message>
        <source>Learning rate</source>
        <translation>学习率</translation>
    </message>
    <message>
        <source>step</source>
        <translation>步</translation>
    </message>
    <message>
        <source>loss</source>
        <translation>损失</translation>
    </message>
    <message>
        <source>The losses appear here while it learns.</source>
        <translation>学习过程中，损失显示在这里。</translation>
    </message>
    <message>
        <source>score, 0 to 1</source>
        <translation>分数，0 到 1</translation>
    </message>
    <message>
        <source>Rises as it learns.</source>
        <translation>随学习上升。</translation>
    </message>
    <message>
        <source>Rises, then falls.</source>
        <translation>先升后降。</translation>
    </message>
</context>
<context>
    <name>cf::ui::TrainingRun</name>
    <message>
        <source>Go on with run %1</source>
        <translation>继续运行 %1</translation>
    </message>
    <message>
        <source>Train on %1</source>
        <translation>用 %1 训练</translation>
    </message>
    <message>
        <source>Evaluate run %1</source>
        <translation>评估运行 %1</translation>
    </message>
    <message>
        <source>Read the pictures of run %1</source>
        <translation>读取运行 %1 的图像</translation>
    </message>
    <message>
        <source>Read the latest training</source>
        <translation>读取最近的训练</translation>
    </message>
</context>
<context>
    <name>cf::ui::ValuesPanel</name>
    <message>
        <source>Pixel (column, row)</source>
        <translation>像素（列, 行）</translation>
    </message>
    <message>
        <source>Column</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>Follows the mouse over a view; type a place without one</source>
        <translation>跟随视图上的鼠标；没有鼠标时可输入位置</translation>
    </message>
    <message>
        <source>Values of the maps</source>
        <translation>各图的数值</translation>
    </message>
    <message>
        <source>Map</source>
        <translation>图</translation>
    </message>
    <message>
        <source>Value</source>
        <translation>数值</translation>
    </message>
</context>
<context>
    <name>cf::ui::VaryQuestion</name>
    <message>
        <source>No</source>
        <translation>否</translation>
    </message>
    <message>
        <source>As in my pictures</source>
        <translation>与我的图像相同</translation>
    </message>
    <message>
        <source>More than in my pictures</source>
        <translation>大于我的图像</translation>
    </message>
</context>
<context>
    <name>cf::ui::VaryStep</name>
    <message>
        <source>Show what may vary</source>
        <translation>显示允许的变化</translation>
    </message>
    <message>
        <source>Your pictures show no ground around the product.</source>
        <translation>您的图像中没有产品周围的背景。</translation>
    </message>
    <message>
        <source>The examples could not be made.</source>
        <translation>无法生成示例。</translation>
    </message>
    <message>
        <source>Tick a category with normal pictures in the first step to see examples.</source>
        <translation>要查看示例，请在第一步勾选有正常图像的类别。</translation>
    </message>
    <message>
        <source>Making examples from your pictures...</source>
        <translation>正在用您的图像生成示例...</translation>
    </message>
    <message>
        <source>Brightness differs by %1 % between your good pictures.</source>
        <translation>您的良品图像之间亮度相差 %1%。</translation>
    </message>
    <message>
        <source>Your products are shifted by up to %1 %. Turns of up to %2° count as normal.</source>
        <translation>您的产品最多偏移 %1%。%2° 以内的旋转视为正常。</translation>
    </message>
    <message>
        <source>“No” lets marks on the ground around the product count as defects.</source>
        <translation>选“否”时，产品周围背景上的痕迹算作缺陷。</translation>
    </message>
    <message>
        <source>From the sharpest to the softest good picture it is a blur of %1 pixels.</source>
        <translation>最清晰与最模糊的良品图像之间相差 %1 像素的模糊。</translation>
    </message>
    <message>
        <source>What may vary without being a defect?</source>
        <translation>哪些变化不算缺陷？</translation>
    </message>
    <message>
        <source>The examples show how far your own pictures are changed while the filter learns. All that you see here should still be a good product.</source>
        <translation>示例显示滤波器学习时您的图像会被改变到什么程度。这里看到的都应仍是良品。</translation>
    </message>
    <message>
        <source>Does the light change from picture to picture?</source>
        <translation>光照是否因图像而异？</translation>
    </message>
    <message>
        <source>Examples of light</source>
        <translation>光照示例</translation>
    </message>
    <message>
        <source>Does the product lie differently each time?</source>
        <translation>产品每次的摆放是否不同？</translation>
    </message>
    <message>
        <source>Examples of pose</source>
        <translation>位姿示例</translation>
    </message>
    <message>
        <source>Does the ground around the product change?</source>
        <translation>产品周围的背景是否变化？</translation>
    </message>
    <message>
        <source>Examples of background</source>
        <translation>背景示例</translation>
    </message>
    <message>
        <source>Does the sharpness change?</source>
        <translation>清晰度是否变化？</translation>
    </message>
    <message>
        <source>Examples of focus</source>
        <translation>对焦示例</translation>
    </message>
    <message>
        <source>Examples from your pictures appear here.</source>
        <translation>用您的图像生成的示例显示在这里。</translation>
    </message>
    <message>
        <source>Try &amp;again</source>
        <translation>重试(&amp;A)</translation>
    </message>
</context>
<context>
    <name>cf::ui::VerdictBar</name>
    <message>
        <source>Accept the picture and go to the next</source>
        <translation>将图像判为合格并转到下一幅</translation>
    </message>
    <message>
        <source>Reject the picture without a reason and go to the next</source>
        <translation>将图像判为不合格，不注明原因，并转到下一幅</translation>
    </message>
    <message>
        <source>Leave it to others and go to the next picture</source>
        <translation>将图像留给他人判定并转到下一幅</translation>
    </message>
    <message>
        <source>Reasons…</source>
        <translation>原因…</translation>
    </message>
    <message>
        <source>Change the reasons of a rejection</source>
        <translation>更改不合格原因</translation>
    </message>
    <message>
        <source>Reject the picture: %1 (key %2)</source>
        <translation>将图像判为不合格：%1（按键 %2）</translation>
    </message>
    <message>
        <source>Take as normal…</source>
        <translation>作为正常图像采用…</translation>
    </message>
    <message>
        <source>A false alarm: make the picture a normal of the model, without training; asks first, and says which defects would be missed</source>
        <translation>误报：无需训练，将此图像加入模型的正常图像；会先询问，并说明会漏检哪些缺陷</translation>
    </message>
</context>
<context>
    <name>cf::ui::WandTool</name>
    <message>
        <source>wand</source>
        <translation>魔棒</translation>
    </message>
    <message>
        <source>Click to take the area of like colour; it joins the selected mask, Shift makes a new one, Alt takes it away.</source>
        <translation>点击可选取颜色相近的区域；该区域并入所选掩膜，按住 Shift 新建掩膜，按住 Alt 从掩膜中去除。</translation>
    </message>
    <message>
        <source>Click to take the area that the map shows as a defect, or from that place&apos;s score on; it joins the selected mask, Shift makes a new one, Alt takes it away.</source>
        <translation>点击可选取异常图显示为缺陷的区域，或分数不低于点击处的区域；该区域并入所选掩膜，按住 Shift 新建掩膜，按住 Alt 从掩膜中去除。</translation>
    </message>
</context>
<context>
    <name>cf::ui::ZoneMatrix</name>
    <message>
        <source>escapes</source>
        <translation>漏检</translation>
    </message>
    <message>
        <source>rightly passed</source>
        <translation>正确放行</translation>
    </message>
    <message>
        <source>defects to review</source>
        <translation>待复核的缺陷</translation>
    </message>
    <message>
        <source>good ones to review</source>
        <translation>待复核的良品</translation>
    </message>
    <message>
        <source>found defects</source>
        <translation>检出缺陷</translation>
    </message>
    <message>
        <source>false rejects</source>
        <translation>过检</translation>
    </message>
    <message>
        <source>pass</source>
        <translation>放行</translation>
    </message>
    <message>
        <source>review</source>
        <translation>复核</translation>
    </message>
    <message>
        <source>fail</source>
        <translation>剔除</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Show these pictures</source>
        <translation>显示这些图像</translation>
    </message>
</context>
<context>
    <name>cf::ui::ZonesView</name>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Set both thresholds by hand.</source>
        <translation>请手动设置两个阈值。</translation>
    </message>
    <message>
        <source>1,000 parts cost %1</source>
        <translation>每 1,000 件的成本：%1</translation>
    </message>
    <message>
        <source>What 1,000 parts cost cannot be said.</source>
        <translation>无法得知每 1,000 件的成本。</translation>
    </message>
    <message>
        <source>(95 %: %1–%2)</source>
        <translation>（95%：%1–%2）</translation>
    </message>
    <message>
        <source>To be looked at: %1 % of the parts</source>
        <translation>需人工查看：占全部零件的 %1%</translation>
    </message>
    <message>
        <source>Escapes: %1 in a million parts, at most %2</source>
        <translation>漏检：每百万件 %1 件，最多 %2 件</translation>
    </message>
    <message numerus="yes">
        <source>No escape among %Ln defective picture(s): at most %1 in a million parts</source>
        <translation>
            <numerusform>%Ln 幅缺陷图像中没有漏检：每百万件最多 %1 件</numerusform>
        </translation>
    </message>
    <message>
        <source>Escapes: unknown, because the test set has no defective picture</source>
        <translation>漏检：未知，因为测试集中没有缺陷图像</translation>
    </message>
    <message>
        <source>False rejects: %1 in a million parts</source>
        <translation>过检：每百万件 %1 件</translation>
    </message>
    <message numerus="yes">
        <source>No false reject among %Ln good picture(s): at most %1 % of the good parts</source>
        <translation>
            <numerusform>%Ln 幅良品图像中没有过检：最多占良品的 %1%</numerusform>
        </translation>
    </message>
    <message>
        <source>False rejects: unknown, because the test set has no good picture</source>
        <translation>过检：未知，因为测试集中没有良品图像</translation>
    </message>
    <message>
        <source>The thresholds were chosen on these pictures; on others 1,000 parts may cost about %1 more.</source>
        <translation>阈值是根据这些图像选定的；用于其他图像时，每 1,000 件的成本可能高出约 %1。</translation>
    </message>
    <message>
        <source>With the model: pass below %1, fail from %2. &quot;infer&quot; decides by them.</source>
        <translation>随模型保存：低于 %1 放行，达到 %2 剔除。“infer”据此判定。</translation>
    </message>
    <message>
        <source>No thresholds lie with the model yet: &quot;infer&quot; gives scores alone.</source>
        <translation>模型尚未附带阈值：“infer”只给出分数。</translation>
    </message>
    <message>
        <source>escapes and false rejects</source>
        <translation>漏检和过检</translation>
    </message>
    <message>
        <source>%1: %L2</source>
        <translation>%1：%L2</translation>
    </message>
    <message>
        <source>No picture. Click a cell of the table to list others.</source>
        <translation>没有图像。点击表格的单元格可列出其他图像。</translation>
    </message>
    <message>
        <source>&amp;Category</source>
        <translation>类别(&amp;C)</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>What mistakes cost</source>
        <translation>误判的代价</translation>
    </message>
    <message>
        <source>What that means</source>
        <translation>结果说明</translation>
    </message>
    <message>
        <source>&amp;Keep with the model</source>
        <translation>随模型保存(&amp;K)</translation>
    </message>
    <message>
        <source>From then on &quot;infer&quot; says pass, review or fail for each picture</source>
        <translation>此后“infer”会给出每幅图像的结论：放行、复核或剔除</translation>
    </message>
    <message>
        <source>Scores of the pictures</source>
        <translation>图像分数</translation>
    </message>
    <message>
        <source>What becomes of the test pictures</source>
        <translation>测试图像的去向</translation>
    </message>
    <message>
        <source>score</source>
        <translation>分数</translation>
    </message>
    <message>
        <source>pictures</source>
        <translation>图像数</translation>
    </message>
    <message>
        <source>good</source>
        <translation>良品</translation>
    </message>
    <message>
        <source>defective</source>
        <translation>缺陷</translation>
    </message>
    <message>
        <source>Histogram of the scores with both thresholds</source>
        <translation>分数的直方图及两个阈值</translation>
    </message>
    <message>
        <source>Drag the lines to move the thresholds: below the solid one a picture passes, from the dashed one on it fails. Left and Right move the solid one, with Ctrl the dashed one</source>
        <translation>拖动线可移动阈值：分数低于实线的图像放行，达到虚线的图像剔除。左右方向键移动实线，按住 Ctrl 移动虚线</translation>
    </message>
    <message>
        <source>any score</source>
        <translation>任意分数</translation>
    </message>
    <message>
        <source>%1 or less</source>
        <translation>%1 或更低</translation>
    </message>
    <message>
        <source>%1 or more</source>
        <translation>%1 或更高</translation>
    </message>
    <message>
        <source>%1–%2</source>
        <translation>%1–%2</translation>
    </message>
    <message>
        <source>Cheapest thresholds (95 %): pass below %1, fail from %2</source>
        <translation>成本最低的阈值（95 %）：低于 %1 放行，达到 %2 剔除</translation>
    </message>
</context>
<context>
    <name>errorText</name>
    <message>
        <source>Something that is needed is not there.</source>
        <translation>缺少所需内容。</translation>
    </message>
    <message>
        <source>This cannot be done as asked.</source>
        <translation>无法按要求执行。</translation>
    </message>
    <message>
        <source>The pictures cannot be used as they are.</source>
        <translation>这些图像无法直接使用。</translation>
    </message>
    <message>
        <source>A file is not what it should be.</source>
        <translation>某个文件的内容不符合预期。</translation>
    </message>
    <message>
        <source>This is not available here.</source>
        <translation>此功能在这里不可用。</translation>
    </message>
    <message>
        <source>The place cannot be written; choose another.</source>
        <translation>该位置无法写入；请另选位置。</translation>
    </message>
    <message>
        <source>The disk is full; free some space and retry.</source>
        <translation>磁盘已满；请释放空间后重试。</translation>
    </message>
    <message>
        <source>The memory is not enough; use a smaller batch and retry.</source>
        <translation>内存不足；请减小批大小后重试。</translation>
    </message>
    <message>
        <source>It was written by a newer version; update the program.</source>
        <translation>由更新的版本写入；请更新程序。</translation>
    </message>
    <message>
        <source>It failed while running.</source>
        <translation>运行时失败。</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Anomaly inspection by cost volume filtering</source>
        <translation>基于代价体滤波的异常检测</translation>
    </message>
    <message>
        <source>A project, or a folder of pictures</source>
        <translation>项目或图像文件夹</translation>
    </message>
</context>
<context>
    <name>runText</name>
    <message>
        <source>Training</source>
        <translation>训练</translation>
    </message>
    <message>
        <source>Evaluation</source>
        <translation>评估</translation>
    </message>
    <message>
        <source>Other method</source>
        <translation>其他方法</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队中</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>运行中</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>已完成</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>已停止</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>失败</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <translation>已中断</translation>
    </message>
</context>
</TS>
