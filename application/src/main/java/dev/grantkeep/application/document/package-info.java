/**
 * Settings as the API writes them: a tree of JDK values (maps, lists, texts, numbers, flags) whose members are declared,
 * each once, in {@link dev.grantkeep.application.document.ServiceMembers} and
 * {@link dev.grantkeep.application.document.ClientMembers}.
 */
@NullMarked
package dev.grantkeep.application.document;

import org.jspecify.annotations.NullMarked;
