using System.Xml.Linq;
using AllianceAgreements.Documents.Packages;

namespace AllianceAgreements.Documents.Transcripts;

/// <summary>Asking elements of WordprocessingML, transitional or strict, for what they are.</summary>
internal static class WordElements
{
    extension(XElement element)
    {
        /// <summary>Whether it is in the namespace of WordprocessingML.</summary>
        public bool IsWord => WordDocument.IsNamespace(element.Name.NamespaceName);

        /// <summary>Its attribute of this name in its own namespace.</summary>
        public string? WordAttribute(string name) => (string?)element.Attribute(element.Name.Namespace + name);

        /// <summary>Its child of this name in its own namespace.</summary>
        public XElement? WordChild(string name) => element.Element(element.Name.Namespace + name);

        /// <summary>The elements inside that are of WordprocessingML and have this name.</summary>
        public IEnumerable<XElement> WordDescendants(string name) =>
            element.Descendants().Where(inner => inner.IsWord && inner.Name.LocalName.Equals(name, StringComparison.Ordinal));
    }
}
