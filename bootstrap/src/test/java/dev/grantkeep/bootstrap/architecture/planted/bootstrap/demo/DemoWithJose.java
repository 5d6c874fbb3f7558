package dev.grantkeep.bootstrap.architecture.planted.bootstrap.demo;

import com.nimbusds.jose.jwk.JWKSet;

/** Makes keys beside the adapter that is there for them. */
final class DemoWithJose {
    final JWKSet keys = new JWKSet();
}
