package dev.grantkeep.bootstrap.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.support.ui.WebDriverWait;

/** A real browser that a person of the tests sits at. */
final class Chromium implements AutoCloseable {
    private static final Path BROWSER = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Path PICTURES = Path.of("target", "screenshots");

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final ChromeDriver driver;

    private Chromium(ChromeDriver driver) {
        this.driver = driver;
    }

    static boolean isThere() {
        return Files.isExecutable(BROWSER) && Files.isExecutable(DRIVER);
    }

    /** @param scripts whether pages may run scripts */
    static Chromium started(Path profile, Dimension window, boolean scripts) {
        ChromeOptions options = new ChromeOptions()
                .addArguments(
                        "--headless=new",
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--disable-background-networking",
                        "--user-data-dir=" + profile)
                .setBinary(BROWSER.toString());
        if (!scripts) {
            options.setExperimentalOption("prefs", Map.of("profile.managed_default_content_settings.javascript", 2));
        }
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(DRIVER.toFile())
                .build();
        ChromeDriver driver = new ChromeDriver(service, options);
        driver.manage().window().setSize(window);
        driver.manage().timeouts().pageLoadTimeout(Duration.ofSeconds(30)).implicitlyWait(Duration.ofSeconds(5));
        return new Chromium(driver);
    }

    void open(String uri) {
        driver.get(uri);
    }

    String address() {
        return driver.getCurrentUrl();
    }

    String text() {
        return driver.findElement(By.tagName("main")).getText();
    }

    /** Presses the button, or follows the link, of this name. */
    void press(String name) {
        WebElement before = driver.findElement(By.tagName("html"));
        named(name).click();
        leave(before);
    }

    /** The same with the keyboard alone. */
    void type(String name) {
        WebElement before = driver.findElement(By.tagName("html"));
        for (int i = 0; i < 60; i++) {
            new Actions(driver).sendKeys(Keys.TAB).perform();
            if (driver.switchTo().activeElement().getText().equals(name)) {
                new Actions(driver).sendKeys(Keys.ENTER).perform();
                leave(before);
                return;
            }
        }
        throw new AssertionError("the keyboard does not get to " + name);
    }

    void fill(String field, String value) {
        WebElement input = driver.findElement(By.name(field));
        input.clear();
        input.sendKeys(value);
    }

    /** Ticks the box of this value, or takes its tick away. */
    void tick(String value) {
        driver.findElement(By.cssSelector("input[type=checkbox][value=" + value + "]"))
                .click();
    }

    void back() {
        driver.navigate().back();
    }

    /** Presses it twice, as impatient people do; the second time only if it is still there. */
    void pressTwice(String name) {
        WebElement before = driver.findElement(By.tagName("html"));
        WebElement button = named(name);
        new Actions(driver).doubleClick(button).perform();
        leave(before);
    }

    /** Presses what this selector of CSS finds, on a page that stays. */
    void pressAt(String selector) {
        WebElement element = driver.findElement(By.cssSelector(selector));
        driver.executeScript("arguments[0].scrollIntoView({block: 'center'})", element);
        new WebDriverWait(driver, PATIENCE).until(waiting -> element.isDisplayed() && element.isEnabled());
        element.click();
    }

    /** The text of what this selector of CSS finds, once it is there. */
    String textAt(String selector) {
        return driver.findElement(By.cssSelector(selector)).getText();
    }

    /** What the console says of the page, since this was asked last. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    /** Whether the page is wider than the window. */
    boolean scrollsSideways() {
        return (Boolean) driver.executeScript(
                "return document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /** Nothing that keeps people out, by the rules of WCAG 2.2 AA that a machine can check. */
    void assertAccessible() {
        List<Rule> violations = new AxeBuilder()
                .withTags(List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"))
                .analyze(driver)
                .getViolations();
        assertThat(violations.stream().map(rule -> rule.getId() + ": " + rule.getNodes()))
                .as(address())
                .isEmpty();
    }

    /** Keeps what is seen as output of the build. */
    void picture(String name) {
        try {
            Files.createDirectories(PICTURES);
            Files.write(PICTURES.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private WebElement named(String name) {
        return driver.findElement(By.xpath("//*[self::a or self::button][normalize-space()='" + name + "']"));
    }

    private void leave(WebElement before) {
        new WebDriverWait(driver, PATIENCE).until(waiting -> hasLeft(before));
    }

    /** Asked in the middle of a change of pages, the browser answers by one error or another. */
    private static boolean hasLeft(WebElement before) {
        try {
            before.getTagName();
            return false;
        } catch (WebDriverException gone) {
            return true;
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
