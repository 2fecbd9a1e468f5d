using AllianceAgreements.Documents.Tags;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Tags;

public sealed class TagParserTests
{
    private static readonly Gen<string> Piece = Gen.OneOf(
        [.. new[] { "#if ", "#each ", "a", ".", "|", ":", "\"", " or ", "not ", "==", "<", ">=", "(", ")", "ref ", "else ", "if ", "@", "1.", "-1", "> ", "/" }.Select(piece => Gen.Const(piece))]);

    [Fact]
    public void Parse_Field_HasItsPathAndFormatters()
    {
        var field = Assert.IsType<FieldTag>(TagParser.Parse(" term.months | words | default : \"none\" , 2.5 "));

        Assert.Equal("term.months", field.Value.ToString());
        Assert.Equal(["words", "default"], field.Formatters.Select(formatter => formatter.Name));
        Assert.Equal(["none", 2.5m], field.Formatters[1].Arguments);
    }

    [Fact]
    public void Parse_Condition_BindsNotBeforeAndBeforeOr()
    {
        var condition = Assert.IsType<IfTag>(TagParser.Parse("#if a or not b and c == \"x\"")).Condition;

        var or = Assert.IsType<OrCondition>(condition);
        Assert.IsType<TruthCondition>(or.Left);
        var and = Assert.IsType<AndCondition>(or.Right);
        Assert.IsType<NotCondition>(and.Left);
        Assert.Equal("x", Assert.IsType<LiteralOperand>(Assert.IsType<EqualityCondition>(and.Right).Right).Value);
    }

    [Theory]
    [InlineData("else", typeof(ElseTag))]
    [InlineData("else if a", typeof(ElseTag))]
    [InlineData("ref a", typeof(RefTag))]
    [InlineData("ref \"A heading\"", typeof(RefTag))]
    [InlineData("ref", typeof(FieldTag))]
    [InlineData("ref | upper", typeof(FieldTag))]
    [InlineData("/if", typeof(CloseTag))]
    [InlineData("/each", typeof(CloseTag))]
    [InlineData("#each a.b", typeof(EachTag))]
    [InlineData(".", typeof(FieldTag))]
    [InlineData("@number", typeof(FieldTag))]
    [InlineData("> clauses/ip-framework", typeof(IncludeTag))]
    public void Parse_Tag_IsOfItsKind(string source, Type kind) => Assert.IsType(kind, TagParser.Parse(source));

    [Fact]
    public void Parse_NameThatBeginsLikeAKeyword_IsAField() =>
        Assert.Equal("elsewhere", Assert.IsType<FieldTag>(TagParser.Parse("elsewhere")).Value.ToString());

    [Theory]
    [InlineData("> ../secret")]
    [InlineData("> /etc/passwd")]
    [InlineData("> clauses//x")]
    [InlineData("> clauses/")]
    [InlineData("> clauses/x.docx")]
    public void Parse_ClausePathThatCouldLeaveTheFolder_Throws(string source) => Assert.Throws<FormatException>(() => TagParser.Parse(source));

    [Fact]
    public void Parse_ManyConditions_Throws() =>
        Assert.Contains("more than 32 parts", Assert.Throws<FormatException>(() => TagParser.Parse($"#if {string.Concat(Enumerable.Repeat("not ", 10_000))}a")).Message, StringComparison.Ordinal);

    [Fact]
    public void Parse_AnyText_IsATagOrAFormatException() =>
        Gen.OneOf(Gen.String, Piece.Array[0, 8].Select(string.Concat)).Sample(source =>
        {
            try
            {
                Assert.NotNull(TagParser.Parse(source));
            }
            catch (FormatException exception)
            {
                Assert.NotEmpty(exception.Message);
            }
        });
}
