namespace Extractor.Ingest.Containers;

/// <summary>Opens archives and record files, streaming: a member is in memory only from when it is listed until it is read.</summary>
internal static class Container
{
    /// <summary>The documents in <paramref name="content"/>. Damage ends the list with a failure; it never throws.</summary>
    public static IEnumerable<WorkItem> Expand(Stream content, SourceFormat format, bool gzipped, ContainerScope scope)
    {
        using var items = Members(content, format, gzipped, scope).GetEnumerator();
        while (true)
        {
            WorkItem item;
            try
            {
                if (!items.MoveNext()) break;
                item = items.Current;
            }
            catch (Exception e) when (e is not OutOfMemoryException)
            {
                item = WorkItem.Done(IngestException.ToFailure(e, scope.Doc, scope.Source));
            }

            if (item.Outcome is not IngestFailure failure || failure.Doc != scope.Doc)
            {
                yield return item;
                continue;
            }

            yield return scope.Bad.Counted is { } others ? scope.Failure(failure.Kind, $"{failure.Reason} {others}") : item;
            yield break;
        }

        if (scope.Bad.Counted is { } counted) yield return scope.Failure(FailureKind.BadRecord, counted);
    }

    private static IEnumerable<WorkItem> Members(Stream content, SourceFormat format, bool gzipped, ContainerScope scope)
    {
        if (scope.Depth > scope.Limits.ArchiveDepth)
        {
            return [scope.Failure(FailureKind.TooDeep, $"It lies in {scope.Depth} archives, one inside the other, beyond the limit of {scope.Limits.ArchiveDepth}; it was not opened.")];
        }

        var stream = gzipped ? BoundedInput.Unzip(content, scope.Limits) : content;
        return format switch
        {
            SourceFormat.Zip => ZipContainer.Members(stream, scope),
            SourceFormat.Tar => TarContainer.Members(stream, scope),
            SourceFormat.JsonLines => JsonLinesContainer.Records(stream, scope),
            SourceFormat.Table => TableContainer.Records(stream, scope),
            SourceFormat.Crawl => CrawlContainer.Records(stream, scope),
            _ => throw new ArgumentOutOfRangeException(nameof(format), format, "Not a container."),
        };
    }
}
