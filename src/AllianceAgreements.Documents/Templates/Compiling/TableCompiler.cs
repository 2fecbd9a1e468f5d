using System.Xml.Linq;
using AllianceAgreements.Documents.Rendering;

namespace AllianceAgreements.Documents.Templates.Compiling;

/// <summary>Compiles tables, with blocks around whole rows.</summary>
internal sealed class TableCompiler(Compilation compilation, ElementCompiler elements)
{
    /// <summary>Compiles a table.</summary>
    public void Compile(XElement table)
    {
        if (table.Elements(Word.Row).All(row => row.Annotation<RowTags>() is null))
        {
            WriteSeparator();
            elements.CompileAsItIs(table);
            compilation.MarkBlock(LastBlock.Table);
            return;
        }

        var start = compilation.Capture(() => CompileStart(table));
        var rows = compilation.Capture(() => new ControlCompiler(compilation, ItemsOf(table), "table").Compile());
        var end = compilation.Capture(() =>
        {
            elements.WriteEnd(table);
            compilation.ForgetBlock();
            compilation.MarkBlock(LastBlock.Table);
        });
        compilation.Output.Add(new TableNode(start, rows, end));
        compilation.ForgetBlock();
    }

    private void CompileStart(XElement table)
    {
        WriteSeparator();
        elements.WriteStart(table);
        foreach (var child in table.Elements().TakeWhile(child => child.Name != Word.Row))
        {
            elements.Compile(child);
        }
    }

    private void WriteSeparator()
    {
        if (compilation.TracksBlocks)
        {
            compilation.Output.Add(new SeparatorNode());
        }
    }

    /// <summary>The rows and the tags around them. Marks between rows are left out: they have no place when the rows around them go.</summary>
    private List<SequenceItem> ItemsOf(XElement table)
    {
        var items = new List<SequenceItem>();
        foreach (var row in table.Elements().Where(child => child.Name == Word.Row || child.Descendants(Word.Row).Any()))
        {
            var tags = row.Annotation<RowTags>() ?? new RowTags([], [], Vanishes: false);
            items.AddRange(tags.Before.Select(SequenceItem.Of));
            if (!tags.Vanishes)
            {
                items.Add(new SequenceItem.Content(() => compilation.Output.Add(new RowNode(compilation.Capture(() => elements.Compile(row))))));
            }

            items.AddRange(tags.After.Select(SequenceItem.Of));
        }

        return items;
    }
}
