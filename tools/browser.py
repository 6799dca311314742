"""Print the path of the browser the journeys drive."""

from tools.system_packages import browser
from tools.terminal import stop


def main() -> None:
    print(browser() or stop("There is no browser: `make test` installs one."))


if __name__ == "__main__":
    main()
