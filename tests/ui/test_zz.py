from tests.ui.conftest import *
from tests.ui.user import *
import threading, asyncio
from reisverslag_tui.errors import StorageError
from reisverslag_tui.ui.screens.answers import AnswersScreen

@pytest.fixture
def unwritable(tmp_path):
    (tmp_path/"data").write_text("x")

async def test_f10_f10_failing(start, draft, unwritable):
    async with start(draft) as u:
        await u.write("abc")
        await u.sees("Niet opgeslagen:")
        await u.press("f10")
        await u.sees("Stoppen zonder")
        print(u.shown)
        await u.press("f10")
        await u.press("f10")
        print(len(u.app.screen_stack), [type(s).__name__ for s in u.app.screen_stack])
        await u.press("enter")
        await u.press("enter")
        await u.press("enter")
        print([type(s).__name__ for s in u.app.screen_stack], u.running)

async def test_esc_esc(start, stored):
    d = stored(doel="x")
    async with start(d) as u:
        await u.hammer("escape","escape","escape")
        await u.sees("1 verslag")
        print([type(s).__name__ for s in u.app.screen_stack], u.running)

async def test_esc_gaps(start, stored):
    d = stored(doel="x")
    for n in range(12):
        async with start(d) as u:
            u.app.post_message(events.Key("escape", None))
            for _ in range(n): await asyncio.sleep(0)
            u.app.post_message(events.Key("escape", None))
            for _ in range(n): await asyncio.sleep(0)
            u.app.post_message(events.Key("escape", None))
            await u.until(lambda: type(u.screen).__name__=="ReportsScreen")
            await u.sees("1 verslag")

async def test_esc_gaps_ms(start, stored):
    d = stored(doel="x")
    bad=[]
    for n in range(0,40,2):
        try:
            async with start(d) as u:
                await u.write("x")
                u.app.post_message(events.Key("escape", None))
                await asyncio.sleep(n/1000)
                u.app.post_message(events.Key("escape", None))
                await u.until(lambda: type(u.screen).__name__=="ReportsScreen")
                await u.sees("1 verslag")
        except BaseException as e:
            bad.append((n, repr(e)[:200]))
    assert not bad, bad

async def test_enter_enter(start, stored):
    stored(doel="x")
    async with start() as u:
        await u.hammer("enter","enter")
        await u.at(QuestionScreen)
        print([type(s).__name__ for s in u.app.screen_stack], u.running)

async def test_ctrl_n_twice(start, stored):
    stored(doel="x")
    async with start() as u:
        await u.hammer("ctrl+n","ctrl+n")
        await u.at(QuestionScreen)
        print([type(s).__name__ for s in u.app.screen_stack], u.running, u.question)

async def test_double_click(start, stored):
    stored(doel="x")
    async with start() as u:
        await u.click("#list", Offset(3,0), times=2)
        await u.at(QuestionScreen)
        print([type(s).__name__ for s in u.app.screen_stack], u.running)
        await u.write("2")
        await u.press("escape")
        await u.sees("1 verslag")
        print([t for t in threading.enumerate()])
        print(u.answers())

async def test_ctrl_t_twice(start, stored):
    d=stored(doel="x")
    async with start(d) as u:
        await u.hammer("ctrl+t","ctrl+t", "ctrl+t")
        await u.press("escape")
        print([type(s).__name__ for s in u.app.screen_stack], u.running)
        await u.press("escape")
        print([type(s).__name__ for s in u.app.screen_stack], u.running)

async def test_busy(start, stored, store, monkeypatch):
    d=stored(doel="x")
    ev=threading.Event()
    monkeypatch.setattr(store, "save", lambda d: ev.wait(5))
    async with start(d) as u:
        await u.write("x")
        print(1,u.status)
        await u.sees("Opslaan ...")
        await u.press("f2")
        await u.at(AnswersScreen)
        print(2, u.status)
        ev.set()

async def test_readonly_finish(start, stored, store):
    d=stored(doel="x")
    p=store.path(d.id); p.write_text(p.read_text().replace("versie = 1","versie = 2"))
    d=store.load(d.id)
    async with start(d) as u:
        await u.press("f2","ctrl+r")
        print(u.shown)
        await u.press("tab", "enter")
        print(u.shown)
