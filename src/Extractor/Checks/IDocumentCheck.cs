namespace Extractor.Checks;

/// <summary>Finds one sort of identity among the numbers of a document.</summary>
internal interface IDocumentCheck
{
    /// <summary>The identities that the numbers allow, judged.</summary>
    IEnumerable<CheckResult> Run(DocumentFigures figures);
}
