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
        <source>&amp;Heed again</source>
        <translation>重新关注(&amp;H)</translation>
    </message>
    <message>
        <source>&amp;Ignore</source>
        <translation>忽略(&amp;I)</translation>
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
</context>
<context>
    <name>cf::ui::InspectPage</name>
    <message>
        <source>All categories</source>
        <translation>所有类别</translation>
    </message>
    <message>
        <source>Recognised as %1
Score: baseline %2, filtered %3, fused %4</source>
        <translation>识别为 %1
分数：基线 %2，滤波 %3，融合 %4</translation>
    </message>
    <message>
        <source>Category</source>
        <translation>类别</translation>
    </message>
    <message>
        <source>Test pictures</source>
        <translation>测试图像</translation>
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
</context>
<context>
    <name>cf::ui::InspectTile</name>
    <message>
        <source>Picture</source>
        <translation>图像</translation>
    </message>
    <message>
        <source>Map shown over the picture</source>
        <translation>叠加在图像上的图</translation>
    </message>
    <message>
        <source>Value under the cursor</source>
        <translation>光标处的值</translation>
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
        <source>&amp;Retry</source>
        <translation>重试(&amp;R)</translation>
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
        <source>Noise suppression</source>
        <translation>噪声抑制</translation>
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
        <source>Read the scores of run %1</source>
        <translation>读取运行 %1 的分数</translation>
    </message>
    <message>
        <source>Read %1</source>
        <translation>读取 %1</translation>
    </message>
    <message>
        <source>Check %1</source>
        <translation>检查 %1</translation>
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
    <name>cf::ui::TrainForm</name>
    <message>
        <source>&amp;Quick</source>
        <translation>快速(&amp;Q)</translation>
    </message>
    <message>
        <source>A first impression, a third of the time.</source>
        <translation>初步结果，用时三分之一。</translation>
    </message>
    <message>
        <source>&amp;Balanced</source>
        <translation>均衡(&amp;B)</translation>
    </message>
    <message>
        <source>The best result on a computer without a GPU.</source>
        <translation>在没有 GPU 的计算机上效果最佳。</translation>
    </message>
    <message>
        <source>&amp;Paper</source>
        <translation>论文(&amp;P)</translation>
    </message>
    <message>
        <source>The published network and schedule; hours on a GPU, days without one.</source>
        <translation>论文所用的网络和训练计划；有 GPU 需数小时，无 GPU 需数天。</translation>
    </message>
    <message>
        <source>Templates</source>
        <translation>模板</translation>
    </message>
    <message>
        <source>Templates per picture (N)</source>
        <translation>每幅图像的模板数 (N)</translation>
    </message>
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
        <source>Threads</source>
        <translation>线程数</translation>
    </message>
    <message>
        <source>Folder of textures</source>
        <translation>纹理文件夹</translation>
    </message>
    <message numerus="yes">
        <source>%n normal picture(s) to train on</source>
        <translation>
            <numerusform>%n 幅正常图像可用于训练</numerusform>
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
        <source>“%1” has no normal pictures to learn from; put good ones into its train/good folder.</source>
        <translation>“%1”没有可供学习的正常图像；请将良品图像放入其 train/good 文件夹。</translation>
    </message>
    <message numerus="yes">
        <source>“%1” has only %n normal picture(s); with fewer than 20 the result is a matter of luck.</source>
        <translation>
            <numerusform>“%1”只有 %n 幅正常图像；少于 20 幅时结果全凭运气。</numerusform>
        </translation>
    </message>
    <message>
        <source>What to learn</source>
        <translation>学习内容</translation>
    </message>
    <message>
        <source>Categories to train on</source>
        <translation>用于训练的类别</translation>
    </message>
    <message>
        <source>How thoroughly</source>
        <translation>训练强度</translation>
    </message>
    <message>
        <source>Expert settings</source>
        <translation>高级设置</translation>
    </message>
    <message>
        <source>nearest: most alike, for each picture</source>
        <translation>最近邻：每幅图像各取最相似者</translation>
    </message>
    <message>
        <source>random: the same for all pictures</source>
        <translation>随机：所有图像相同</translation>
    </message>
    <message>
        <source>k-centre: those that cover the normals</source>
        <translation>k 中心：覆盖正常图像</translation>
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
</context>
<context>
    <name>cf::ui::TrainPage</name>
    <message>
        <source>Go on with run %1</source>
        <translation>继续运行 %1</translation>
    </message>
    <message>
        <source>Train on %1</source>
        <translation>用 %1 训练</translation>
    </message>
    <message>
        <source>The training failed.</source>
        <translation>训练失败。</translation>
    </message>
    <message>
        <source>Evaluate run %1</source>
        <translation>评估运行 %1</translation>
    </message>
    <message>
        <source>The model is trained, but could not be tested.</source>
        <translation>模型已训练，但无法测试。</translation>
    </message>
    <message>
        <source>score on held-out synthetic defects</source>
        <translation>留出合成缺陷上的分数</translation>
    </message>
    <message>
        <source>learning rate (peak %1)</source>
        <translation>学习率（峰值 %1）</translation>
    </message>
    <message>
        <source>&amp;Start training</source>
        <translation>开始训练(&amp;S)</translation>
    </message>
    <message>
        <source>Create a &amp;project to train...</source>
        <translation>创建项目以训练(&amp;P)...</translation>
    </message>
    <message>
        <source>, %L1 of %L2</source>
        <translation>，%L1 / %L2</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩余 %1</translation>
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
        <source>Training needs normal pictures only; defects are invented on them. The test pictures are looked at once, at the end.</source>
        <translation>训练只需正常图像，缺陷在其上人工合成。测试图像只在最后使用一次。</translation>
    </message>
    <message>
        <source>S&amp;top and keep</source>
        <translation>停止并保留(&amp;T)</translation>
    </message>
    <message>
        <source>End here; what is learned so far is kept, and training can go on later</source>
        <translation>在此结束；已学到的内容会保留，以后可以继续训练</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>继续(&amp;G)</translation>
    </message>
    <message>
        <source>Losses (mean of %1 steps)</source>
        <translation>损失（%1 步平均）</translation>
    </message>
    <message>
        <source>Validation</source>
        <translation>验证</translation>
    </message>
    <message>
        <source>Test pictures, in per cent</source>
        <translation>测试图像（百分比）</translation>
    </message>
    <message>
        <source>What next: look at single pictures under Inspect; add more normal pictures where clean surfaces light up.</source>
        <translation>下一步：在“检查”页查看单幅图像；若干净表面被点亮，请添加更多正常图像。</translation>
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
        <source>The score on held-out synthetic defects appears here.</source>
        <translation>留出合成缺陷上的分数显示在这里。</translation>
    </message>
    <message>
        <source>Progress of the training</source>
        <translation>训练进度</translation>
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
    <name>stageName</name>
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
</context>
</TS>
