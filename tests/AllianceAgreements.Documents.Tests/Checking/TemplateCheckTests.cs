using AllianceAgreements.Documents.Checking;
using AllianceAgreements.Documents.Tests.Templates;
using AllianceAgreements.Domain.Intake;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Checking;

public sealed class TemplateCheckTests
{
    private const string Audit = "clauses/audit.docx";
    private const string BooksAndRecords = " Each Party shall keep complete";

    private readonly TemplateFolder _folder = new();

    public static TheoryData<AllianceForm> Forms => [.. FormDrafts.Forms];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Run_AFormAsItIs_FindsNothing(AllianceForm form) => Assert.Empty(_folder.Check($"{form}.docx"));

    [Fact]
    public void Run_AClauseAsItIs_FindsNothing() => Assert.Empty(_folder.Check("clauses/definitions.docx"));

    [Theory]
    [InlineData("{{titl}}", "There is no field \"titl\" here; did you mean \"title\"?")]
    [InlineData("{{term.initialMonth}}", "There is no field \"initialMonth\" in \"term.initialMonth\"; did you mean \"initialMonths\"?")]
    [InlineData("{{title | bold}}", "There is no formatter \"bold\"")]
    [InlineData("{{term.effectiveDate | money}}", "The formatter \"money\" takes")]
    [InlineData("{{#if term.renewal}}", "not closed")]
    [InlineData("{{/each}}", "No block is open")]
    public void Run_AFaultyTag_NamesItsPlaceAndWhatWouldBeRight(string tag, string message)
    {
        _folder.Edit(Audit, BooksAndRecords, $" {tag.Replace("\"", "&quot;", StringComparison.Ordinal)} Each Party shall keep complete");

        var finding = Assert.Single(_folder.Check(Audit));

        Assert.Equal((Audit, TemplateFindingKind.Tag, "document", "1.1", tag), (finding.File, finding.Kind, finding.Part, finding.Clause, finding.Tag));
        Assert.Contains(message, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith($"Books and records. {tag} Each Party shall keep", finding.Paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AMissingClause_NamesTheNearestOne()
    {
        _folder.Edit("JointVenture.docx", "clauses/audit", "clauses/audits");

        Assert.Contains(_folder.Check("JointVenture.docx"), finding =>
            finding is { File: "JointVenture.docx", Kind: TemplateFindingKind.Tag } && finding.Message == "There is no clause file clauses/audits.docx; did you mean clauses/audit.docx?");
    }

    [Fact]
    public void Run_AStyleOfOneself_NamesItWhereItIsUsed()
    {
        _folder.Edit(Audit, "<w:pStyle w:val=\"Clause\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"ClauseTitle\"/></w:rPr><w:t xml:space=\"preserve\">Audit.", "<w:pStyle w:val=\"Mine\"/></w:pPr><w:r><w:rPr><w:rStyle w:val=\"ClauseTitle\"/></w:rPr><w:t xml:space=\"preserve\">Audit.")
            .Edit(Audit, "</w:styles>", "<w:style w:type=\"paragraph\" w:styleId=\"Mine\"><w:name w:val=\"My Clause\"/></w:style></w:styles>", "word/styles.xml");

        var finding = Assert.Single(_folder.Check(Audit));

        Assert.Equal(TemplateFindingKind.Style, finding.Kind);
        Assert.StartsWith("The style \"My Clause\" is not in the house style", finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("Audit. On at least twenty", finding.Paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AChangedHouseStyle_SaysSoOnce()
    {
        _folder.Edit(Audit, "<w:name w:val=\"heading 1\"/>", "<w:name w:val=\"heading 1\"/><w:hidden/>", "word/styles.xml");

        var finding = Assert.Single(_folder.Check(Audit));

        Assert.Contains("is defined otherwise than in", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("the Article headed “Exits”", "an Article or a Schedule headed “Exits”")]
    [InlineData("the Articles headed “Termination”, “Deadlocks” and “Confidentiality”", "an Article or a Schedule headed “Deadlocks”")]
    [InlineData("the clause headed “Audits”", "a clause headed “Audits”")]
    public void Run_AReferenceToNothing_NamesTheHeading(string reference, string named)
    {
        _folder.Edit(Audit, BooksAndRecords, $" Under {reference}, each Party shall keep complete");

        var finding = Assert.Single(_folder.Check(Audit));

        Assert.Equal((TemplateFindingKind.Reference, "1.1"), (finding.Kind, finding.Clause));
        Assert.Contains(named, finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Under Section 4.2(a), each Party shall keep complete", "“Section 4.2(a)”")]
    [InlineData("Under Articles 4 and 5 of this Agreement, each Party shall keep complete", "“Articles 4”")]
    [InlineData("Under paragraph 3 of Schedule 5, each Party shall keep complete", "“paragraph 3”", "“Schedule 5”")]
    [InlineData("Under Section 8 of the Clayton Act and {{ref \"Auditors\" | named}}, each Party shall keep complete")]
    public void Run_ANumberThatIsTyped_NamesIt(string text, params string[] named)
    {
        _folder.Edit(Audit, BooksAndRecords, $" {text}");

        var findings = _folder.Check(Audit);

        Assert.Equal(named.Length, findings.Count);
        Assert.All(findings.Zip(named), pair => Assert.Contains(pair.Second, pair.First.Message, StringComparison.Ordinal));
        Assert.All(findings, finding => Assert.Equal((TemplateFindingKind.Reference, "1.1"), (finding.Kind, finding.Clause)));
    }

    [Fact]
    public void Run_ARefThatOneFormLacks_NamesTheForms()
    {
        _folder.Edit(Audit, BooksAndRecords, " Under {{ref \"Formation of the Company\"}}, each Party shall keep complete");

        var finding = Assert.Single(_folder.Check(Audit));

        Assert.Contains("No clause has the heading \"Formation of the Company\"", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ARefForOneFormOnly_CountsForThatFormAlone()
    {
        _folder.Edit(Audit, BooksAndRecords, " {{#if form == \"JointVenture\"}}Under {{ref \"Formation of the Company\"}}, each{{else}}Each{{/if}} Party shall keep complete");

        Assert.Empty(_folder.Check(Audit));
    }

    [Fact]
    public void Run_AReferenceThatOneFormLacks_NamesTheForms()
    {
        _folder.Edit(Audit, BooksAndRecords, " Under the Article headed “Formation of the Company”, each Party shall keep complete");

        var finding = Assert.Single(_folder.Check(Audit), finding => finding.Kind == TemplateFindingKind.Reference);

        Assert.Contains("(In NonEquityAlliance.docx, ", finding.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("JointVenture.docx", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AReferenceForOneFormOnly_CountsForThatFormAlone()
    {
        _folder.Edit(Audit, BooksAndRecords, " {{#if form == &quot;JointVenture&quot;}}Under the Article headed “Formation of the Company”, each{{else}}Each{{/if}} Party shall keep complete");

        Assert.Empty(_folder.Check(Audit));
    }

    [Fact]
    public void Run_ATermWithoutItsDefinition_NamesAUseOfIt()
    {
        _folder.Edit("clauses/definitions.docx", "<w:rPr><w:rStyle w:val=\"DefinedTerm\"/></w:rPr><w:t xml:space=\"preserve\">Affiliate</w:t>", "<w:t>Subsidiary</w:t>");

        // Another file still says that it is a term.
        _folder["clauses/spare.docx"] = new TemplateFolder()["clauses/definitions.docx"];

        var finding = Assert.Single(_folder.Check("JointVenture.docx"), finding => finding.Kind == TemplateFindingKind.Term);

        Assert.Equal("The term “Affiliate” is used and not defined here; define it, or include the clause that does.", finding.Message);
        Assert.NotNull(finding.Clause);
    }

    [Fact]
    public void Run_ATermThatNothingUses_NamesItsDefinition()
    {
        _folder.Edit(Audit, BooksAndRecords, " (the “</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"DefinedTerm\"/></w:rPr><w:t>Au</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"DefinedTerm\"/></w:rPr><w:t>dit Files</w:t></w:r><w:r><w:t>”) Each Party shall keep complete");

        var finding = Assert.Single(_folder.Check(Audit));

        Assert.Equal((TemplateFindingKind.Term, "1.1"), (finding.Kind, finding.Clause));
        Assert.Contains("“Audit Files” is defined and never used", finding.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_ATrackedChange_QuotesWhatWasTakenOut()
    {
        _folder.Edit(Audit, "<w:t xml:space=\"preserve\">Audit.</w:t></w:r>", "<w:t xml:space=\"preserve\">Audit.</w:t></w:r><w:del w:id=\"90\" w:author=\"A\"><w:r><w:delText>Old.</w:delText></w:r></w:del>");

        var finding = Assert.Single(_folder.Check(Audit));

        Assert.Equal((TemplateFindingKind.TrackedChange, "1.2"), (finding.Kind, finding.Clause));
        Assert.StartsWith("Audit.Old. On at least", finding.Paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_AComment_QuotesItAtItsParagraph()
    {
        var file = new Template { Body = Xml.P("x") + Xml.Runs(Xml.R("Fees."), "<w:r><w:commentReference w:id=\"0\"/></w:r>"), Comment = Xml.P("Ask Jo") };
        _folder["clauses/new.docx"] = file.ToBytes();

        var finding = Assert.Single(_folder.Check("clauses/new.docx"));

        Assert.Equal((TemplateFindingKind.Comment, "Fees."), (finding.Kind, finding.Paragraph));
        Assert.Contains("“Ask Jo”", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("hyperlink", "Here is a link to https://elsewhere.example/")]
    [InlineData("image", "Here is a picture that is stored outside the file")]
    public void Run_ALinkOutside_NamesItsTargetAtItsParagraph(string kind, string message)
    {
        var link = kind is "image" ? Xml.Image("out") : $"<w:hyperlink r:id=\"out\">{Xml.R("here")}</w:hyperlink>";
        _folder["clauses/new.docx"] = new Template { Body = Xml.P("x") + Xml.Runs(Xml.R("See "), link) }.With("out", kind, "https://elsewhere.example/").ToBytes();

        var finding = Assert.Single(_folder.Check("clauses/new.docx"), finding => finding.Kind == TemplateFindingKind.Link);

        Assert.StartsWith(message, finding.Message, StringComparison.Ordinal);
        Assert.StartsWith("See", finding.Paragraph, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_Macros_AreNamed()
    {
        _folder.Add(Audit, "word/vbaProject.bin", "x");

        Assert.Contains(_folder.Check(Audit), finding => finding.Kind == TemplateFindingKind.Macro);
    }

    [Theory]
    [InlineData("vbaProject", "holds macros")]
    [InlineData("control", "embedded objects or controls")]
    [InlineData("oleObject", "embedded objects or controls")]
    [InlineData("package", "embedded objects or controls")]
    [InlineData("aFChunk", "embedded objects or controls")]
    [InlineData("subDocument", "embedded objects or controls")]
    public void Run_WhatIsNoText_IsNamedWhateverItsFileIsCalled(string kind, string message)
    {
        _folder["clauses/new.docx"] = new Template { Body = Xml.P("x") }.With("r7", kind, "media/logo.png", [1], "image/png").ToBytes();

        Assert.Contains(_folder.Check("clauses/new.docx"), finding => finding.Kind == TemplateFindingKind.Macro && finding.Message.Contains(message, StringComparison.Ordinal));
    }

    [Fact]
    public void Run_AnAttachedTemplate_IsNamed()
    {
        _folder.Add(Audit, "word/_rels/settings.xml.rels",
            "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"x/attachedTemplate\" Target=\"http://evil.example/\" TargetMode=\"External\"/></Relationships>");

        Assert.Contains(_folder.Check(Audit), finding => finding.Kind == TemplateFindingKind.Link && finding.Message.Contains("attached to a template", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_AFieldThatFetchesFromOutside_IsNamedAtItsParagraph()
    {
        _folder
            .Edit(Audit, "Audit</w:t></w:r>", "Audit</w:t></w:r><w:fldSimple w:instr=\" HYPERLINK \\l Here \"/>")
            .Edit(Audit, BooksAndRecords, "</w:t></w:r><w:fldSimple w:instr=\" LINK Word.Document &quot;http://evil.example/&quot; \"/><w:r><w:t> Each Party shall keep complete");

        var finding = Assert.Single(_folder.Check(Audit), finding => finding.Kind == TemplateFindingKind.Link);

        Assert.Equal("1.1", finding.Clause);
        Assert.Contains(", LINK;", finding.Message, StringComparison.Ordinal);
    }

    /// <summary>Every kind of fault that the check knows, in one file, comes out of one run, each where it is.</summary>
    [Fact]
    public void Run_AFaultOfEveryKind_FindsThemAllAtOnce()
    {
        const string link = "<w:hyperlink xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" r:id=\"out\"><w:r><w:t>site</w:t></w:r></w:hyperlink>";
        _folder.Edit(Audit, BooksAndRecords, $" {{{{titl}}}} {{{{term.effectiveDate | money}}}} {{{{#if urgent}}}} Under the Article headed “Exits” (the “</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"DefinedTerm\"/></w:rPr><w:t>Audit Files</w:t></w:r>{link}<w:r><w:t>”), each Party shall keep complete")
            .Edit(Audit, "<w:pStyle w:val=\"Clause\"/>", "<w:pStyle w:val=\"Mine\"/>")
            .Edit(Audit, "<w:t xml:space=\"preserve\">Audit.</w:t></w:r>", "<w:t xml:space=\"preserve\">Audit.</w:t></w:r><w:ins w:id=\"90\" w:author=\"A\"><w:r><w:t>New.</w:t></w:r></w:ins><w:r><w:commentReference w:id=\"0\"/></w:r>")
            .Edit(Audit, "</Relationships>", "<Relationship Id=\"out\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink\" Target=\"https://elsewhere.example/\" TargetMode=\"External\"/></Relationships>", "word/_rels/document.xml.rels")
            .Add(Audit, "word/vbaProject.bin", "x");

        var findings = _folder.Check(Audit);

        Assert.Equal(
            [.. Enum.GetValues<TemplateFindingKind>().Where(kind => kind != TemplateFindingKind.File).Order()],
            findings.Select(finding => finding.Kind).Distinct().Order());
        Assert.All(findings.Where(finding => finding.Kind != TemplateFindingKind.Macro), finding => Assert.False(string.IsNullOrEmpty(finding.Paragraph), finding.ToString()));
        Assert.Equal(["{{titl}}", "{{term.effectiveDate | money}}", "{{#if urgent}}"], findings.Select(finding => finding.Tag).OfType<string>().Distinct());
    }

    [Fact]
    public void Run_ManyFaults_FindsAllAtOnceInTheirOrder()
    {
        _folder.Edit(Audit, BooksAndRecords, " {{titl}} {{referense}} Under the Article headed “Exits”, each Party shall keep complete")
            .Edit(Audit, " On at least twenty", " {{parties.shortname}} On at least twenty");

        Assert.Equal(["1.1", "1.1", "1.1", "1.2"], _folder.Check(Audit).Select(finding => finding.Clause));
    }

    [Fact]
    public void Run_HalfAFile_IsOneFault()
    {
        _folder[Audit] = _folder[Audit][..900];

        var finding = Assert.Single(_folder.Check(Audit));

        Assert.Equal((TemplateFindingKind.File, (string?)null), (finding.Kind, finding.Clause));
    }

    [Fact]
    public void Run_AHalfClauseOfAForm_NamesTheClauseFile()
    {
        _folder[Audit] = _folder[Audit][..900];

        Assert.Contains(_folder.Check("JointVenture.docx"), finding => finding is { File: Audit, Kind: TemplateFindingKind.File });
    }
}
