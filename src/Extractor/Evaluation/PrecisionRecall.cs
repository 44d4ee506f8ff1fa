namespace Extractor.Evaluation;

/// <summary>Precision, recall and their harmonic mean.</summary>
/// <param name="Right">How many predictions are right.</param>
/// <param name="Predicted">How many there are.</param>
/// <param name="Gold">How many there should be.</param>
public readonly record struct PrecisionRecall(int Right, int Predicted, int Gold)
{
    /// <summary>What part of the predictions is right; 0 where there is none.</summary>
    public double Precision => Predicted == 0 ? 0 : (double)Right / Predicted;

    /// <summary>What part of the gold was found; 0 where there is none.</summary>
    public double Recall => Gold == 0 ? 0 : (double)Right / Gold;

    /// <summary>The harmonic mean of the two; 0 where nothing is right.</summary>
    public double F1 => Precision + Recall is > 0 and var sum ? 2 * Precision * Recall / sum : 0;
}
