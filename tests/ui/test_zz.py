from tests.ui.conftest import *
from tests.ui.user import *
async def test_a(start, draft):
    async with start(draft) as u:
        print(u.shown); print(u.status)
        await u.write("é2 e\u0301 [bold]\u00a0x")
        await u.saved()
        print(u.shown, u.answers(), u.area.region, u.inside(u.area))
async def test_b(start):
    async with start() as u:
        print(u.shown); print(u.focused)
