package dev.grantkeep.adapter.sql.jdbc;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import net.sf.jsqlparser.expression.Expression;
import net.sf.jsqlparser.expression.operators.conditional.AndExpression;
import net.sf.jsqlparser.expression.operators.relational.EqualsTo;
import net.sf.jsqlparser.expression.operators.relational.ParenthesedExpressionList;
import net.sf.jsqlparser.schema.Column;
import net.sf.jsqlparser.schema.Table;
import net.sf.jsqlparser.statement.delete.Delete;
import net.sf.jsqlparser.statement.select.FromItem;
import net.sf.jsqlparser.statement.select.Join;
import net.sf.jsqlparser.statement.select.PlainSelect;
import net.sf.jsqlparser.statement.update.Update;
import org.jspecify.annotations.Nullable;

/**
 * Which large tables a statement uses without naming their service. Each select, update and delete in it is looked at by
 * itself, with the tables around it.
 */
final class ServicesNamed {
    /** Its rows must be named by a value, because the joins that it takes part in are the expensive ones. */
    private static final String TOKEN = "token";

    private static final Pattern VALUE = Pattern.compile("\\?|:\\w+|any\\s*\\((\\?|:\\w+)\\)");

    private final List<String> missing = new ArrayList<>();

    /** One for each use of a table. */
    List<String> missing(Object statement) {
        visit(statement, new Named());
        return missing;
    }

    /** Names of tables as a part of a statement sees them, by what is known of their service. */
    private static final class Named {
        final Set<String> byValue = new HashSet<>();
        final Set<String> atAll = new HashSet<>();

        /** Those of services themselves. */
        final Set<String> services = new HashSet<>();

        Named copy() {
            Named copy = new Named();
            copy.services.addAll(services);
            copy.byValue.addAll(byValue);
            copy.atAll.addAll(atAll);
            return copy;
        }
    }

    private void visit(@Nullable Object part, Named around) {
        switch (part) {
            case null -> {}
            case PlainSelect select ->
                block(
                        part,
                        around,
                        froms(select.getFromItem(), select.getJoins()),
                        select.getWhere(),
                        select.getJoins());
            case Update update ->
                block(
                        part,
                        around,
                        froms(update.getTable(), update.getJoins(), update.getFromItem()),
                        update.getWhere(),
                        update.getJoins());
            case Delete delete ->
                block(part, around, froms(delete.getTable(), delete.getJoins()), delete.getWhere(), delete.getJoins());
            case Column column -> {} // its table is a qualifier
            case Collection<?> parts -> parts.forEach(each -> visit(each, around));
            default -> children(part).forEach(child -> visit(child, around));
        }
    }

    private void block(
            Object block, Named around, List<FromItem> froms, @Nullable Expression where, @Nullable List<Join> joins) {
        Map<String, String> tables = new LinkedHashMap<>();
        Set<String> derived = new HashSet<>();
        for (FromItem from : froms) {
            if (from instanceof Table table) {
                tables.put(nameOf(table), bare(table.getName()));
            } else if (from.getAlias() != null) {
                derived.add(bare(from.getAlias().getName()));
            }
        }
        Named named = around.copy();
        named.byValue.removeAll(tables.keySet());
        named.atAll.removeAll(tables.keySet());
        named.services.removeAll(tables.keySet());
        tables.forEach((name, table) -> {
            if (table.equals("service")) {
                named.services.add(name);
            }
        });
        named.atAll.addAll(derived); // what it selects is looked at by itself
        name(named, tables, conditions(where, joins));
        tables.forEach((name, table) -> {
            Set<String> enough = table.equals(TOKEN) ? named.byValue : named.atAll;
            if (StatementRules.LARGE.contains(table) && !enough.contains(name)) {
                missing.add("does not name the service of " + table + " " + name + " in: " + block);
            }
        });
        children(block).forEach(child -> visit(child, named));
    }

    private static void name(Named named, Map<String, String> tables, List<Expression> conditions) {
        boolean more = true;
        while (more) {
            more = false;
            for (Expression condition : conditions) {
                if (condition instanceof EqualsTo equal) {
                    more |= name(named, tables, equal.getLeftExpression(), equal.getRightExpression());
                    more |= name(named, tables, equal.getRightExpression(), equal.getLeftExpression());
                }
            }
        }
    }

    /** Whether something became known by this equation that was not. */
    private static boolean name(Named named, Map<String, String> tables, Expression one, Expression other) {
        @Nullable String name = whoseService(one, named, tables);
        if (name == null) {
            return false;
        }
        boolean more = VALUE.matcher(other.toString()).matches() && named.byValue.add(name);
        @Nullable String beside = whoseService(other, named, tables);
        boolean known = named.byValue.contains(name) || (beside != null && named.atAll.contains(beside));
        return (known && named.atAll.add(name)) || more;
    }

    /** The table whose service this column is; null if it is no such column. */
    private static @Nullable String whoseService(Expression expression, Named named, Map<String, String> tables) {
        if (!(expression instanceof Column column)) {
            return null;
        }
        String name = column.getTable() == null
                ? (tables.size() == 1 ? tables.keySet().iterator().next() : "")
                : bare(column.getTable().getName());
        String id = named.services.contains(name) ? "id" : "service_id";
        return bare(column.getColumnName()).equals(id) ? name : null;
    }

    /** What must hold, all of it. */
    private static List<Expression> conditions(@Nullable Expression where, @Nullable List<Join> joins) {
        List<Expression> all = new ArrayList<>();
        addAll(where, all);
        if (joins != null) {
            joins.forEach(join -> join.getOnExpressions().forEach(on -> addAll(on, all)));
        }
        return all;
    }

    private static void addAll(@Nullable Expression expression, List<Expression> all) {
        switch (expression) {
            case null -> {}
            case AndExpression and -> {
                addAll(and.getLeftExpression(), all);
                addAll(and.getRightExpression(), all);
            }
            case ParenthesedExpressionList<?> inner when inner.size() == 1 -> addAll(inner.get(0), all);
            default -> all.add(expression);
        }
    }

    private static List<FromItem> froms(
            @Nullable FromItem first, @Nullable List<Join> joins, @Nullable FromItem... more) {
        List<FromItem> froms = new ArrayList<>();
        if (first != null) {
            froms.add(first);
        }
        for (FromItem from : more) {
            if (from != null) {
                froms.add(from);
            }
        }
        if (joins != null) {
            joins.forEach(join -> froms.add(join.getFromItem()));
        }
        return froms;
    }

    private static String nameOf(Table table) {
        return table.getAlias() == null
                ? bare(table.getName())
                : bare(table.getAlias().getName());
    }

    private static String bare(String name) {
        return name.replace("\"", "").strip().toLowerCase(Locale.ROOT);
    }

    /** What the parser has put into a part: whatever kind of part it is, none is overlooked. */
    private static List<Object> children(Object part) {
        List<Object> children = new ArrayList<>();
        for (Class<?> type = part.getClass(); isOfParser(type); type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.getType().isPrimitive()) {
                    children.add(valueOf(field, part));
                }
            }
        }
        children.removeIf(child -> !(child instanceof Collection) && !isOfParser(child.getClass()));
        return children;
    }

    private static Object valueOf(Field field, Object part) {
        try {
            field.setAccessible(true);
            Object value = field.get(part);
            return value == null ? List.of() : value;
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean isOfParser(Class<?> type) {
        return type.getName().startsWith("net.sf.jsqlparser.")
                && !type.getName().startsWith("net.sf.jsqlparser.parser.")
                && !type.isEnum();
    }
}
