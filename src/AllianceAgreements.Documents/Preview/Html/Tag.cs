namespace AllianceAgreements.Documents.Preview.Html;

/// <summary>The elements a preview may hold. There is no way to write another one.</summary>
internal enum Tag
{
    Bdi,
    Br,
    Del,
    Div,
    Em,
    H2,
    H3,
    H4,
    H5,
    Hr,
    Ins,
    Li,
    Ol,
    P,
    S,
    Section,
    Span,
    Strong,
    Sub,
    Sup,
    Table,
    Tbody,
    Td,
    Th,
    Thead,
    Tr,
    U,
}
