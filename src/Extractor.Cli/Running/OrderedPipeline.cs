using System.Threading.Channels;

namespace Extractor.Cli.Running;

/// <summary>Works on items in parallel and hands the results on in the order of the items.</summary>
/// <remarks>
/// One thread takes items from the source, some work on them, and the caller's thread consumes. Between them stand bounded
/// channels, so memory stays flat however long the source is. One worker means one thread: everything happens on the caller's.
/// </remarks>
internal static class OrderedPipeline
{
    // Room for results: for the slowest item to hold up the order, and the consumer to pause (a database commits), without the workers running dry.
    private const int WindowPerWorker = 16;

    // Items that wait for a worker hold what has been read of them, and the source is quick to yield more.
    private const int WaitingPerWorker = 4;

    public static IEnumerable<TResult> Run<TItem, TResult>(IEnumerable<TItem> items, int workers, Func<TItem, TResult> work, CancellationToken cancellation)
    {
        return workers <= 1 ? Sequential() : Parallel(items, workers, work, cancellation);

        IEnumerable<TResult> Sequential()
        {
            foreach (var item in items)
            {
                cancellation.ThrowIfCancellationRequested();
                yield return work(item);
            }
        }
    }

    private static IEnumerable<TResult> Parallel<TItem, TResult>(
        IEnumerable<TItem> items, int workers, Func<TItem, TResult> work, CancellationToken cancellation)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        var window = workers * WindowPerWorker;
        var todo = Channel.CreateBounded<Job<TItem, TResult>>(new BoundedChannelOptions(workers * WaitingPerWorker) { SingleWriter = true });
        var inOrder = Channel.CreateBounded<Job<TItem, TResult>>(new BoundedChannelOptions(window) { SingleWriter = true, SingleReader = true });
        var source = Task.Run(() => Feed(items, todo.Writer, inOrder.Writer, stop.Token), CancellationToken.None);
        var threads = Enumerable.Range(0, workers).Select(_ => Task.Run(() => WorkOff(todo.Reader, work, stop.Token), CancellationToken.None)).ToArray();
        try
        {
            while (inOrder.Reader.WaitToReadAsync(stop.Token).AsTask().GetAwaiter().GetResult())
                while (inOrder.Reader.TryRead(out var job)) yield return job.Result(stop.Token);
        }
        finally
        {
            stop.Cancel();
            Task.WaitAll([source, .. threads], CancellationToken.None);
        }
    }

    private static async Task Feed<TItem, TResult>(
        IEnumerable<TItem> items, ChannelWriter<Job<TItem, TResult>> todo, ChannelWriter<Job<TItem, TResult>> inOrder, CancellationToken stop)
    {
        Exception? failure = null;
        try
        {
            foreach (var item in items)
            {
                var job = new Job<TItem, TResult>(item);
                await inOrder.WriteAsync(job, stop);
                await todo.WriteAsync(job, stop);
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // The consumer has gone or the user interrupted: nobody waits for the rest.
        }
        catch (Exception e)
        {
            failure = e;
        }

        todo.Complete();
        inOrder.Complete(failure);
    }

    private static async Task WorkOff<TItem, TResult>(ChannelReader<Job<TItem, TResult>> todo, Func<TItem, TResult> work, CancellationToken stop)
    {
        try
        {
            await foreach (var job in todo.ReadAllAsync(stop)) job.Do(work);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // As above.
        }
    }

    private sealed class Job<TItem, TResult>(TItem item)
    {
        private readonly TaskCompletionSource<TResult> result = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private TItem? item = item;

        public void Do(Func<TItem, TResult> work)
        {
            try
            {
                result.SetResult(work(item!));
            }
            catch (Exception e)
            {
                result.SetException(e);
            }

            // The item may hold a whole page; its result may have to wait for its turn.
            item = default;
        }

        public TResult Result(CancellationToken stop) => result.Task.WaitAsync(stop).GetAwaiter().GetResult();
    }
}
