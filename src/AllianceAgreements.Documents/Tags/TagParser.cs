using System.Globalization;
using System.Text;

namespace AllianceAgreements.Documents.Tags;

/// <summary>
/// Reads a tag: <c>field = operand { "|" name [ ":" argument { "," argument } ] }</c>,
/// <c>condition = both { "or" both }</c>, <c>both = single { "and" single }</c>,
/// <c>single = "not" single | "(" condition ")" | operand [ ( "==" | "!=" | "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) operand ]</c>.
/// </summary>
internal sealed class TagParser
{
    private const int MaximumNesting = 32;

    private readonly List<Token> _tokens;
    private int _position;
    private int _nesting;

    private TagParser(List<Token> tokens) => _tokens = tokens;

    private Token Current => _tokens[_position];

    /// <summary>The tag with this text between its braces.</summary>
    /// <exception cref="FormatException">It is not a tag; the message says what is wrong and what would be right.</exception>
    public static Tag Parse(string source)
    {
        var parser = new TagParser(TagLexer.Read(source));
        var tag = parser.ReadTag();
        return parser.Current.Kind == TokenKind.End ? tag : throw parser.Unexpected("the end of the tag");
    }

    /// <summary>What a faulty tag would have opened, so that its block is still seen as one; null when nothing.</summary>
    public static BrokenOpenTag? Recover(string source) => source.TrimStart() switch
    {
        var text when text.StartsWith("#if", StringComparison.Ordinal) => new BrokenOpenTag(BlockKind.If),
        var text when text.StartsWith("#each", StringComparison.Ordinal) => new BrokenOpenTag(BlockKind.Each),
        _ => null,
    };

    private Tag ReadTag()
    {
        var first = Current;
        switch (first)
        {
            case { Kind: TokenKind.End }:
                throw new FormatException("The tag is empty.");
            case { Kind: TokenKind.Symbol, Text: ">" }:
                Advance();
                return new IncludeTag(ReadClauseName());
            case { Kind: TokenKind.Name, Text: "#if" }:
                Advance();
                return new IfTag(ReadCondition());
            case { Kind: TokenKind.Name, Text: "#each" }:
                Advance();
                return new EachTag(ReadPath());
            case { Kind: TokenKind.Name, Text: "else" }:
                Advance();
                return new ElseTag(TryTakeWord("if") ? ReadCondition() : null);
            case { Kind: TokenKind.Name, Text: "/if" or "/each" }:
                Advance();
                return new CloseTag(first.Text == "/if" ? BlockKind.If : BlockKind.Each);
            case { Kind: TokenKind.Name, Text: ['#' or '/', ..] }:
                throw new FormatException($"\"{first.Text}\" is not a block; the blocks are #if … /if and #each … /each.");
            case { Kind: TokenKind.Name, Text: "ref" } when _tokens[1].Kind is not TokenKind.End and not TokenKind.Symbol:
                Advance();
                return ReadReference();
            case { Kind: TokenKind.Name, Text: "image" } when _tokens[1].Kind is not TokenKind.End and not TokenKind.Symbol:
                Advance();
                return new ImageTag(ReadPath(), ReadFormatters());
            default:
                return ReadField();
        }
    }

    private RefTag ReadReference()
    {
        var isHeading = Current.Kind == TokenKind.Text;
        var target = isHeading ? Take().Text : ReadClauseId();
        if (string.IsNullOrWhiteSpace(target))
        {
            throw new FormatException("The heading that is referred to is empty.");
        }

        return new RefTag(target, isHeading, TryTake("|") ? ReadForm() : RefForm.Full);
    }

    private RefForm ReadForm()
    {
        RefForm? form = Current switch
        {
            { Kind: TokenKind.Name, Text: "named" } => RefForm.Named,
            { Kind: TokenKind.Name, Text: "number" } => RefForm.Number,
            { Kind: TokenKind.Name, Text: "heading" } => RefForm.Heading,
            _ => null,
        };
        var known = form ?? throw Unexpected("named, number or heading");
        Advance();
        return known;
    }

    /// <summary>The name of a bookmark; where Word's names take only the underscore, a tag may have a point, a hyphen or a slash.</summary>
    private string ReadClauseId()
    {
        var id = new StringBuilder();
        do
        {
            var isPart = Current.Kind == TokenKind.Name ? Current.Text[0] is not ('@' or '#' or '/') : Current.Kind == TokenKind.Number && id.Length > 0;
            if (!isPart)
            {
                throw Unexpected("the name of a bookmark, or a heading in quotation marks,");
            }

            id.Append(id.Length == 0 ? "" : "_").Append(Take().Text);
        }
        while (TryTake("."));

        return id.Replace('-', '_').Replace('/', '_').Replace('.', '_').ToString();
    }

    private FieldTag ReadField() => new(ReadOperand(), ReadFormatters());

    private List<FormatterCall> ReadFormatters()
    {
        var formatters = new List<FormatterCall>();
        while (TryTake("|"))
        {
            formatters.Add(ReadFormatter());
        }

        return formatters;
    }

    private FormatterCall ReadFormatter()
    {
        if (Current.Kind != TokenKind.Name)
        {
            throw Unexpected("the name of a formatter");
        }

        var name = Take().Text;
        var arguments = new List<object>();
        if (TryTake(":"))
        {
            do
            {
                arguments.Add(ReadArgument());
            }
            while (TryTake(","));
        }

        return new FormatterCall(name, arguments);
    }

    private object ReadArgument() => Current.Kind switch
    {
        TokenKind.Text => Take().Text,
        TokenKind.Number => ReadNumber(),
        _ => throw Unexpected("a text in quotation marks or a number"),
    };

    private Condition ReadCondition()
    {
        var condition = ReadBoth();
        while (TryTakeWord("or"))
        {
            condition = new OrCondition(condition, ReadBoth());
            Nest();
        }

        return condition;
    }

    private Condition ReadBoth()
    {
        var condition = ReadSingle();
        while (TryTakeWord("and"))
        {
            condition = new AndCondition(condition, ReadSingle());
            Nest();
        }

        return condition;
    }

    private Condition ReadSingle()
    {
        if (TryTakeWord("not"))
        {
            Nest();
            return new NotCondition(ReadSingle());
        }

        if (TryTake("("))
        {
            Nest();
            var inner = ReadCondition();
            return TryTake(")") ? inner : throw Unexpected("a closing parenthesis");
        }

        var left = ReadOperand();
        return Current is { Kind: TokenKind.Symbol, Text: ['=' or '!', '='] or ['<' or '>', ..] } ? ReadComparison(left)
            : left is PathOperand path ? new TruthCondition(path)
            : throw new FormatException("A value alone decides nothing; compare it with a field by == or !=.");
    }

    private Condition ReadComparison(Operand left)
    {
        var symbol = Take().Text;
        var right = ReadOperand();
        return symbol switch
        {
            "==" or "!=" => new EqualityCondition(left, right, IsNegated: symbol == "!="),
            "<" => new OrderCondition(left, right, Order.Less),
            "<=" => new OrderCondition(left, right, Order.LessOrEqual),
            ">" => new OrderCondition(left, right, Order.Greater),
            _ => new OrderCondition(left, right, Order.GreaterOrEqual),
        };
    }

    private Operand ReadOperand()
    {
        switch (Current)
        {
            case { Kind: TokenKind.Text }:
                return new LiteralOperand(Take().Text);
            case { Kind: TokenKind.Number }:
                return new LiteralOperand(ReadNumber());
            case { Kind: TokenKind.Name, Text: "true" or "false" }:
                return new LiteralOperand(Take().Text == "true");
            default:
                return ReadPath();
        }
    }

    private PathOperand ReadPath()
    {
        if (TryTake("."))
        {
            return new PathOperand([]);
        }

        var segments = new List<string>();
        do
        {
            if (Current.Kind != TokenKind.Name || !IsSegment(Current.Text, segments.Count == 0))
            {
                throw Unexpected("the name of a field");
            }

            segments.Add(Take().Text);
        }
        while (segments is not [['@', ..]] && TryTake("."));

        return new PathOperand(segments);
    }

    private static bool IsSegment(string name, bool isFirst) =>
        name is not ("and" or "or" or "not" or "else" or "true" or "false")
        && (char.IsAsciiLetter(name[0]) || (isFirst && name[0] == '@'))
        && !name.AsSpan().ContainsAny('-', '/');

    private string ReadClauseName()
    {
        var isName = Current.Kind == TokenKind.Name && char.IsAsciiLetter(Current.Text[0]) && !Current.Text.EndsWith('/') && !Current.Text.Contains("//", StringComparison.Ordinal);
        return isName ? Take().Text : throw Unexpected("the path of a clause, such as clauses/ip-framework");
    }

    private decimal ReadNumber() => decimal.Parse(Take().Text, CultureInfo.InvariantCulture);

    private Token Take() => _tokens[_position++];

    private void Advance() => _position++;

    private bool TryTake(string symbol)
    {
        var matches = Current.Kind == TokenKind.Symbol && Current.Text == symbol;
        _position += matches ? 1 : 0;
        return matches;
    }

    private bool TryTakeWord(string word)
    {
        var matches = Current.Kind == TokenKind.Name && Current.Text == word;
        _position += matches ? 1 : 0;
        return matches;
    }

    private void Nest()
    {
        if (++_nesting > MaximumNesting)
        {
            throw new FormatException($"The condition has more than {MaximumNesting} parts.");
        }
    }

    private FormatException Unexpected(string expected)
    {
        var found = Current.Kind == TokenKind.End ? "the tag ends" : $"\"{Current.Text}\" stands";
        return new FormatException($"Where {expected} should be, {found}.");
    }
}
