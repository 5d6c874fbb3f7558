package dev.grantkeep.application.usecase;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Whoever puts the use cases together makes such a class by its one public constructor, and gives that what it names: ports,
 * other such classes, or a list of all that are of one kind. It holds no state, so any number of them may be made.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface Wired {}
