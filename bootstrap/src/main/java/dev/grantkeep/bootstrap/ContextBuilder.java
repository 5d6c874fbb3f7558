package dev.grantkeep.bootstrap;

import io.micronaut.context.DefaultApplicationContextBuilder;
import io.micronaut.core.io.scan.ClassPathResourceLoader;

/** Builds contexts that read their settings files by {@link SettingsFiles}. */
final class ContextBuilder extends DefaultApplicationContextBuilder {
    @Override
    public ClassPathResourceLoader getResourceLoader() {
        return new SettingsFiles(super.getResourceLoader());
    }
}
