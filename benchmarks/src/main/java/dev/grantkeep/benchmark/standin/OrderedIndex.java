package dev.grantkeep.benchmark.standin;

import de.bwaldvogel.mongo.MongoCollection;
import de.bwaldvogel.mongo.backend.Index;
import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.backend.KeyValue;
import de.bwaldvogel.mongo.backend.ValueComparator;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** An index that is not unique, for equalities on its first fields or on all of them. */
final class OrderedIndex extends Index<Integer> {
    private static final String ID = "_id";

    /** The positions of documents by their ids, by the documents' values. */
    private final NavigableMap<List<Object>, Map<Object, Integer>> entries = new TreeMap<>(OrderedIndex::compare);

    OrderedIndex(String name, List<IndexKey> keys, boolean sparse) {
        super(name, keys, sparse);
    }

    @Override
    public boolean canHandle(Document query) {
        return !query.isEmpty()
                && query.size() <= keys().size()
                && query.keySet().containsAll(keys().subList(0, query.size()))
                && query.values().stream().allMatch(OrderedIndex::isPlain);
    }

    @Override
    public List<Integer> getPositions(Document query) {
        List<Object> first = values(query).subList(0, query.size());
        List<Integer> positions = new ArrayList<>();
        for (Map.Entry<List<Object>, Map<Object, Integer>> entry :
                entries.tailMap(first, true).entrySet()) {
            if (compare(first, entry.getKey().subList(0, first.size())) != 0) {
                break;
            }
            positions.addAll(entry.getValue().values());
        }
        return positions;
    }

    @Override
    public @Nullable Integer getPosition(Document document) {
        return entries.getOrDefault(values(document), Map.of()).get(document.get(ID));
    }

    @Override
    public void checkAdd(Document document, MongoCollection<Integer> collection) {}

    @Override
    public void add(Document document, Integer position, MongoCollection<Integer> collection) {
        entries.computeIfAbsent(values(document), key -> new LinkedHashMap<>()).put(document.get(ID), position);
    }

    @Override
    public @Nullable Integer remove(Document document) {
        List<Object> values = values(document);
        Map<Object, Integer> same = entries.getOrDefault(values, new LinkedHashMap<>());
        Integer position = same.remove(document.get(ID));
        if (same.isEmpty()) {
            entries.remove(values);
        }
        return position;
    }

    @Override
    public void checkUpdate(Document old, Document updated, MongoCollection<Integer> collection) {}

    @Override
    public void updateInPlace(Document old, Document updated, Integer position, MongoCollection<Integer> collection) {
        remove(old);
        add(updated, position, collection);
    }

    @Override
    public long getCount() {
        return entries.values().stream().mapToLong(Map::size).sum();
    }

    @Override
    public boolean isEmpty() {
        return entries.isEmpty();
    }

    @Override
    public long getDataSize() {
        return 0;
    }

    @Override
    public void drop() {
        entries.clear();
    }

    /** The values of the index's fields, in a form in which equal ones are equal. None of them is an array. */
    private List<Object> values(Document document) {
        KeyValue only = getKeyValues(document).iterator().next();
        return only.stream().toList();
    }

    private static boolean isPlain(@Nullable Object value) {
        return value != null && !(value instanceof Document) && !(value instanceof Collection);
    }

    private static int compare(List<Object> one, List<Object> other) {
        for (int i = 0; i < Math.min(one.size(), other.size()); i++) {
            int order = ValueComparator.asc().compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }
}
