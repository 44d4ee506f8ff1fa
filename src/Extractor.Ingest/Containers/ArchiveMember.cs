namespace Extractor.Ingest.Containers;

/// <summary>Turns a member of a ZIP or TAR archive into work, whatever it is.</summary>
internal static class ArchiveMember
{
    /// <summary>The documents that the member holds: one, or those of an archive within.</summary>
    /// <param name="name">Its name in the archive.</param>
    /// <param name="size">Its size as the archive states it.</param>
    /// <param name="open">Opens its content.</param>
    /// <param name="scope">The archive.</param>
    public static IEnumerable<WorkItem> Read(string name, long size, Func<Stream> open, ContainerScope scope)
    {
        if (MemberName.Normalise(name, out var reason) is not { } member)
        {
            yield return scope.Failure(MemberName.Label(name), FailureKind.UnsafeName, $"The member's name {reason}; it was not read.");
            yield break;
        }

        if (MemberName.IsHidden(member) || Sidecar.IsOne(member)) yield break;
        var (format, gzipped) = SourceFormats.OfName(member);
        if (format == SourceFormat.Unknown)
        {
            yield return scope.Skip(member, SkipReason(member));
            yield break;
        }

        member = scope.Names.TakeUnique(member);
        if (!format.IsContainer())
        {
            yield return Document(member, size, open, format, gzipped, scope);
            yield break;
        }

        var inner = new ContainerScope(scope.DocOf(member), scope.SourceOf(member), scope.Options, scope.Depth + 1, scope.Given, IsAsked: false);
        Stream? content = null;
        WorkItem? failure = null;
        try
        {
            content = open();
            if (format == SourceFormat.Zip) content = Seekable(content, scope.Limits);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            failure = WorkItem.Done(IngestException.ToFailure(e, inner.Doc, inner.Source));
        }

        if (failure is not null)
        {
            content?.Dispose();
            yield return failure;
            yield break;
        }

        using (content)
        {
            foreach (var item in Container.Expand(content!, format, gzipped, inner)) yield return item;
        }
    }

    /// <summary>Why a file that is no document is passed over.</summary>
    public static string SkipReason(string name) =>
        Path.GetExtension(name) is { Length: > 1 } extension ? $"Files of the kind {extension.ToLowerInvariant()} are not read." : "A file without an extension is read only when named itself.";

    private static WorkItem Document(string member, long size, Func<Stream> open, SourceFormat format, bool gzipped, ContainerScope scope)
    {
        try
        {
            if (size > scope.Limits.DocumentBytes) throw BoundedInput.TooLarge(size, scope.Limits.DocumentBytes);
            using var content = open();
            var bytes = BoundedInput.ReadAll(content, scope.Limits.DocumentBytes, size);
            if (bytes.Length != size) throw new IngestException(FailureKind.Corrupt, $"The archive states {size} bytes for it, but holds {bytes.Length}: it is cut or damaged. Fetch it again.");
            return new WorkItem(scope.DocOf(member), scope.SourceOf(member))
            {
                Bytes = bytes,
                Format = format,
                Gzipped = gzipped,
                Given = scope.Given(scope.DocOf(member)),
            };
        }
        catch (Exception e) when (e is IngestException or InvalidDataException or IOException)
        {
            return WorkItem.Done(IngestException.ToFailure(e, scope.DocOf(member), scope.SourceOf(member)));
        }
    }

    /// <summary>A ZIP archive is read from its end, so one inside another archive goes through a temporary file.</summary>
    private static FileStream Seekable(Stream content, IngestLimits limits)
    {
        var path = Path.Combine(Path.GetTempPath(), "extractor-" + Path.GetRandomFileName());
        var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 64 << 10, FileOptions.DeleteOnClose);
        try
        {
            var buffer = new byte[64 << 10];
            for (int read; (read = content.Read(buffer)) > 0;)
            {
                if (file.Length + read > limits.NestedArchiveBytes) throw BoundedInput.TooLarge(null, limits.NestedArchiveBytes);
                file.Write(buffer, 0, read);
            }

            file.Position = 0;
            content.Dispose();
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }
}
