namespace AllianceAgreements.Documents.Tags;

/// <summary>A word of the tag language.</summary>
internal readonly record struct Token(TokenKind Kind, string Text);

/// <summary>Kinds of token.</summary>
internal enum TokenKind
{
    /// <summary>A name or keyword, including a leading <c>#</c>, <c>/</c> or <c>@</c>; a clause's path.</summary>
    Name,

    /// <summary>A text in quotation marks, without them.</summary>
    Text,

    /// <summary>A number, as written.</summary>
    Number,

    /// <summary>One of <c>. | : , ( ) == != &lt; &lt;= &gt; &gt;=</c></summary>
    Symbol,

    /// <summary>The end of the tag.</summary>
    End,
}
