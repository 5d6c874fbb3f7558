package dev.grantkeep.bootstrap.architecture.planted.domain.unmarked;

/** Its package says nothing about null. */
final class InUnmarkedPackage {}
