using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;
using CsCheck;
using Xunit;

namespace AllianceAgreements.Documents.Tests.Redline;

public sealed class RandomRedlineTests
{
    [Fact]
    public void Compare_AnyTwoFiles_AcceptsToTheNewFileAndRejectsToTheOld() =>
        RandomWord.Pair.Sample(
            pair => RedlineLaw.AssertHolds(pair.Before, pair.After).Length > 0,
            iter: 100,
            threads: 1,
            print: pair => $"{Body(pair.Before)}\n\n{Body(pair.After)}");

    private static string Body(byte[] file) =>
        SafePackage.Open(file).Read("word/document.xml", reader => XDocument.Load(reader)).ToString(SaveOptions.DisableFormatting);
}
