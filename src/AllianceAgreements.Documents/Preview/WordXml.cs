using System.Globalization;
using System.Text;
using System.Xml;
using AllianceAgreements.Documents.Packages;

namespace AllianceAgreements.Documents.Preview;

/// <summary>Reading WordprocessingML (ECMA-376 part 1, 17), transitional or strict.</summary>
internal static class WordXml
{
    extension(XmlReader reader)
    {
        public bool IsWord => WordDocument.IsNamespace(reader.NamespaceURI);

        /// <summary>The attribute of this name in the element's own namespace.</summary>
        public string? Attribute(string name) => reader.GetAttribute(name, reader.NamespaceURI);

        /// <summary>The attribute <c>w:val</c>.</summary>
        public string? Val() => reader.Attribute("val");

        /// <summary>A whole number, kept within what a document can mean; null when there is none.</summary>
        public int? Integer(string name, int minimum, int maximum) =>
            int.TryParse(reader.Attribute(name), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)
                ? Math.Clamp(value, minimum, maximum)
                : null;

        /// <summary>An on/off property: on when it is there, unless it says otherwise (17.17.4).</summary>
        public bool IsOn() => reader.Val() is not ("0" or "false" or "off");

        /// <summary>Moves to the end of the element, past everything inside.</summary>
        public void SkipContent()
        {
            var depth = reader.Depth;
            if (!reader.IsEmptyElement)
            {
                while (reader.Read() && reader.Depth > depth)
                {
                }
            }
        }

        /// <summary>The text of the element; spaces around it count only where the document says that they do.</summary>
        public string ReadText()
        {
            var text = "";
            StringBuilder? more = null;
            var keepsSpace = reader.XmlSpace == XmlSpace.Preserve;
            var scope = new ElementScope(reader);
            while (scope.MoveNextNode())
            {
                if (!reader.HasValue)
                {
                    continue;
                }

                if (text.Length == 0)
                {
                    text = reader.Value;
                }
                else
                {
                    (more ??= new StringBuilder(text)).Append(reader.Value);
                }
            }

            text = more?.ToString() ?? text;
            return keepsSpace ? text : text.Trim();
        }
    }
}
