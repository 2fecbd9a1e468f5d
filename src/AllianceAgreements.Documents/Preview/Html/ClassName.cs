namespace AllianceAgreements.Documents.Preview.Html;

/// <summary>
/// The classes a preview may hold, for the pages' stylesheet. In HTML they are lowercase, with a hyphen before a number or
/// a second word: <c>title</c>, <c>small-caps</c>, <c>level-2</c>.
/// </summary>
internal enum ClassName
{
    /// <summary>On <c>p</c>: the document's title; headings begin at h2 because the page owns h1.</summary>
    Title,

    /// <summary>On <c>p</c>: the document's subtitle.</summary>
    Subtitle,

    /// <summary>On <c>p</c>: a numbered clause, together with its level.</summary>
    Clause,

    /// <summary>On <c>p</c>: an item with a bullet, together with its level.</summary>
    Bullet,

    /// <summary>On <c>p</c>: a line of the table of contents, together with its level.</summary>
    Toc,

    /// <summary>The depth of a clause, bullet or line of contents.</summary>
    Level1,
    Level2,
    Level3,
    Level4,
    Level5,
    Level6,
    Level7,
    Level8,
    Level9,

    /// <summary>On <c>p</c>: the indentation of an unnumbered paragraph, in half inches.</summary>
    Indent1,
    Indent2,
    Indent3,
    Indent4,

    /// <summary>On <c>p</c>, <c>h2</c> to <c>h5</c>: centred.</summary>
    Center,

    /// <summary>On <c>p</c>, <c>h2</c> to <c>h5</c>: set at the end of the line.</summary>
    End,

    /// <summary>On <c>span</c>: the number of a clause or heading, or a bullet.</summary>
    Num,

    /// <summary>On <c>span</c>: a tabulator.</summary>
    Tab,

    /// <summary>On <c>span</c>, with <see cref="Tab"/>: draws a line to write on.</summary>
    Line,

    /// <summary>On <c>span</c>: shown in capitals.</summary>
    Caps,

    /// <summary>On <c>span</c>: shown in small capitals.</summary>
    SmallCaps,

    /// <summary>On <c>span</c>: read out and not shown; says that what follows was inserted or deleted.</summary>
    Spoken,

    /// <summary>On <c>tr</c>, <c>td</c>, <c>th</c>: was inserted. Text says so by <c>ins</c>.</summary>
    Inserted,

    /// <summary>On <c>tr</c>, <c>td</c>, <c>th</c>: was deleted. Text says so by <c>del</c>.</summary>
    Deleted,

    /// <summary>On <c>span</c>, on paragraphs and headings, on <c>tr</c>, <c>td</c>, <c>th</c>: looks otherwise than before.</summary>
    Reformatted,

    /// <summary>On <c>ins</c>, <c>del</c>: the end of a paragraph, where its text was split or joined.</summary>
    Break,

    /// <summary>On <c>p</c>: says that the table below looks otherwise than before.</summary>
    Remark,

    /// <summary>On <c>span</c>: stands for a picture or an embedded object; holds its alternative text.</summary>
    Image,

    /// <summary>On <c>div</c>: a text box.</summary>
    Box,

    /// <summary>On <c>hr</c>: a page break.</summary>
    Page,

    /// <summary>On <c>div</c>: around a wide table, to scroll sideways on narrow screens.</summary>
    Scroll,

    /// <summary>On <c>table</c>: has lines.</summary>
    Grid,

    /// <summary>On <c>table</c>: has no lines, such as a signature block.</summary>
    Plain,

    /// <summary>On <c>sup</c>: the mark of a note.</summary>
    Note,

    /// <summary>On <c>section</c>: the footnotes or endnotes, an <c>ol</c>.</summary>
    Notes,

    /// <summary>On <c>section</c>: with <see cref="Notes"/>, numbered i, ii, iii.</summary>
    Roman,
}
