import os
import subprocess

import pytest

SHOP = "shop-" + os.environ.get("GITHUB_RUN_ID", "local")
WEB = SHOP + "-web"


def docker(*args):
    return subprocess.run(["docker", *args], check=True, stdout=subprocess.PIPE, text=True).stdout


@pytest.fixture(scope="module")
def shop(topo_gc):
    try:
        docker("network", "create", SHOP)
        image = os.environ.get("IMAGE", "busybox")
        docker("run", "--detach", "--name", WEB, "--network", SHOP, image, "httpd", "-f", "-h", "/etc")
        yield WEB
    finally:
        topo_gc.submit(name="shop", containers=[WEB], networks=[SHOP], stop_timeout="1s")


def test_the_shop_answers(shop):
    assert "localhost" in docker("exec", shop, "wget", "-q", "-O", "-", "http://127.0.0.1/hosts")
