namespace Extractor.Ingest.Html.Tree;

/// <summary>The elements that finding an article needs to tell apart; all others are <see cref="Other"/>.</summary>
internal enum ElementKind : byte
{
    Other,
    A, Address, Amp, Article, Aside, Audio, B, Base, Blockquote, Body, Br, Button, Canvas, Caption, Center, Cite, Code, Dd,
    Details, Dialog, Div, Dl, Dt, Em, Embed, Fieldset, Figcaption, Figure, Font, Footer, Form, H1, H2, H3, H4, H5, H6,
    Head, Header, Hgroup, Hr, Html, I, Iframe, Img, Input, Ins, Label, Legend, Li, Link, Main, Map, Math, Menu, Meta, Nav,
    Noscript, Object, Ol, Optgroup, Option, P, Picture, Pre, Q, S, Section, Select, Small, Source, Span, Strong, Style, Sub,
    Summary, Sup, Svg, Table, Tbody, Td, Template, Textarea, Tfoot, Th, Thead, Time, Title, Tr, Track, U, Ul, Video, Script,
}
