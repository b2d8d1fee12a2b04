"""Linear classifiers of scikit-learn on the same examples: a line with a `label` teaches, the others are answered.

The answer of a line is `{"svm": label, "logreg": label}`; words and pairs of words, weighed by how rare they are.
"""

from collections.abc import Sequence

from operate.bench.peers.lines import Call, Line, run


def load(lines: Sequence[Line]) -> Call:
    """Both, fitted to the labelled lines."""
    from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]
    from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]
    from sklearn.svm import LinearSVC  # type: ignore[import-not-found]

    taught = [line for line in lines if "label" in line]
    reader = TfidfVectorizer(sublinear_tf=True, ngram_range=(1, 2))
    table, labels = reader.fit_transform([line["text"] for line in taught]), [line["label"] for line in taught]
    models = {"svm": LinearSVC(), "logreg": LogisticRegression(C=10, max_iter=1000)}
    for model in models.values():
        model.fit(table, labels)

    def call(line: Line) -> Line:
        if "label" in line:
            return {}
        row = reader.transform([line["text"]])
        return {name: str(model.predict(row)[0]) for name, model in models.items()}

    return call


if __name__ == "__main__":
    run("scikit-learn", load)
