using AllianceAgreements.Documents.Templates;
using AllianceAgreements.Domain.Drafting;
using Xunit;
using static AllianceAgreements.Documents.Tests.Templates.Xml;

namespace AllianceAgreements.Documents.Tests.Templates;

public sealed class TemplateCacheTests
{
    [Fact]
    public void Get_SameFiles_AreCompiledOnce()
    {
        var cache = new TemplateCache(Fill.Shape);
        var (first, same) = (File("a"), File("a"));

        Assert.Same(cache.Get([first]), cache.Get([same]));
        Assert.NotSame(cache.Get([first]), cache.Get([File("b")]));
    }

    [Fact]
    public void Get_AnotherClause_IsAnotherTemplate()
    {
        var cache = new TemplateCache(Fill.Shape);
        var main = ((Template)P("{{> clauses/a}}")).ToFile();

        Assert.NotSame(cache.Get([main, Clause("x")]), cache.Get([main, Clause("y")]));

        static TemplateFile Clause(string text) => ((Template)P(text)).ToFile("clauses/a.docx");
    }

    [Fact]
    public void Get_MoreThanItHolds_ForgetsWhatWasUsedLongestAgo()
    {
        var cache = new TemplateCache(Fill.Shape, capacity: 2);
        var (first, second) = (cache.Get([File("a")]), cache.Get([File("b")]));
        Assert.Same(first, cache.Get([File("a")]));

        cache.Get([File("c")]);

        Assert.Equal(2, cache.Count);
        Assert.Same(first, cache.Get([File("a")]));
        Assert.NotSame(second, cache.Get([File("b")]));
    }

    [Fact]
    public async Task Get_ByManyAtOnce_CompilesOnce()
    {
        var cache = new TemplateCache(Fill.Shape);

        var templates = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => cache.Get([File("a")]))));

        Assert.Single(templates.Distinct());
    }

    [Fact]
    public async Task Get_OfMoreThanItHoldsByManyAtOnce_GivesEachItsOwnAndStaysWithinBounds()
    {
        var cache = new TemplateCache(Fill.Shape, capacity: 2);
        TemplateFile[] files = [.. "abcdef".Select(letter => File(letter.ToString()))];

        var drafts = await Task.WhenAll(Enumerable.Range(0, 60).Select(turn => Task.Run(() =>
        {
            var draft = cache.Get([files[turn % files.Length]]).Render(new Sheet(), Fill.Stamp);
            return (turn, Text: Assert.Single(new Filled(draft).Paragraphs), cache.Count);
        })));

        Assert.All(drafts, draft => Assert.Equal("abcdef"[draft.turn % files.Length].ToString(), draft.Text));
        Assert.All(drafts, draft => Assert.InRange(draft.Count, 1, 2));
    }

    private static TemplateFile File(string text) => ((Template)P(text)).ToFile();
}
