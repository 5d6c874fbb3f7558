package dev.grantkeep.adapter.mongo.testing;

import com.github.dockerjava.api.exception.NotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.testcontainers.DockerClientFactory;

/** Whether a container can be started without a download, which may take minutes or never end. */
final class DockerImage {
    private DockerImage() {}

    static boolean isReady(String image) {
        boolean mayRun = System.getenv("DOCKER_HOST") != null || Files.exists(Path.of("/var/run/docker.sock"));
        return mayRun && DockerClientFactory.instance().isDockerAvailable() && isThere(image);
    }

    private static boolean isThere(String image) {
        try {
            DockerClientFactory.instance().client().inspectImageCmd(image).exec();
            return true;
        } catch (NotFoundException e) {
            return false;
        }
    }
}
