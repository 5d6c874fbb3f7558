package dev.grantkeep.domain.key;

/** What signs and encrypts, or verifies and decrypts: the keys of a service or client, or a secret of both sides. */
public sealed interface KeyMaterial permits KeySet, SharedSecret {}
